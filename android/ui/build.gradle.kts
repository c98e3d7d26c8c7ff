/* The screens for Android. The same sources are built and tried on a desktop's JVM by Maven. */

plugins {
    alias(libs.plugins.android.library)
    alias(libs.plugins.compose.compiler)
}

android {
    namespace = "jp.yui.ui"
    compileSdk = libs.versions.compile.sdk.get().toInt()

    defaultConfig {
        minSdk = libs.versions.min.sdk.get().toInt()
    }

    // Kotlin's follows them.
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
        targetCompatibility = JavaVersion.VERSION_17
    }

    // Its tests are a desktop's, of Maven's.
    sourceSets.getByName("test").kotlin.directories.clear()
}

dependencies {
    api(project(":core"))
    api(libs.compose.animation)
    api(libs.compose.foundation)
    api(libs.compose.runtime)
    api(libs.compose.ui)
    api(libs.zxing)
}
