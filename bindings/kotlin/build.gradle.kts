/* The core for Android: what scripts/bindings generates, and what is written by hand beside it. */

plugins {
    alias(libs.plugins.android.library)
}

android {
    namespace = "jp.yui.core"
    compileSdk = libs.versions.compile.sdk.get().toInt()

    defaultConfig {
        minSdk = libs.versions.min.sdk.get().toInt()
        consumerProguardFiles("keep.pro")
    }

    sourceSets.getByName("main").kotlin.directories.add("generated")

    // Kotlin's follows them.
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
        targetCompatibility = JavaVersion.VERSION_17
    }

    // Its tests are JVM tests of Maven's.
    sourceSets.getByName("test").kotlin.directories.clear()
}

dependencies {
    api(libs.coroutines.core)
    api(libs.jna) { artifact { type = "aar" } }
}
