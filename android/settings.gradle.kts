/* Yui for Android, as Android Studio builds it: the core's binding, the screens, the app. */

pluginManagement {
    repositories {
        google()
        mavenCentral()
        gradlePluginPortal()
    }
}

dependencyResolutionManagement {
    repositoriesMode = RepositoriesMode.FAIL_ON_PROJECT_REPOS
    repositories {
        google()
        mavenCentral()
    }
}

rootProject.name = "yui"

include(":core", ":ui", ":app")
project(":core").projectDir = file("../bindings/kotlin")
