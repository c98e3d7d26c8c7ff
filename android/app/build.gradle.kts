/* The app. cargo-ndk builds the core into it (docs/android.md says what that needs). */

plugins {
    alias(libs.plugins.android.application)
    alias(libs.plugins.compose.compiler)
}

android {
    namespace = "jp.yui.app"
    compileSdk = libs.versions.compile.sdk.get().toInt()

    defaultConfig {
        applicationId = "jp.yui.app"
        minSdk = libs.versions.min.sdk.get().toInt()
        targetSdk = libs.versions.target.sdk.get().toInt()
        versionCode = 1
        versionName = "0.1.0"
        ndk.abiFilters += listOf("arm64-v8a", "armeabi-v7a", "x86_64")
    }

    buildTypes.named("release") {
        isMinifyEnabled = true
        isShrinkResources = true
        proguardFiles(getDefaultProguardFile("proguard-android-optimize.txt"))
    }

    // Kotlin's follows them.
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
        targetCompatibility = JavaVersion.VERSION_17
    }

    // Its tests are Robolectric's, of Maven's.
    sourceSets.getByName("test").kotlin.directories.clear()
}

dependencies {
    implementation(project(":ui"))
    implementation(libs.activity.compose)
    implementation(libs.androidx.core)
    implementation(libs.coroutines.android)
    implementation(libs.lifecycle.process)
    implementation(libs.lifecycle.runtime.compose)
    implementation(libs.zxing)
}

/** The core, for every kind of phone, where the app looks for its own libraries. */
val core by tasks.registering(Exec::class) {
    workingDir = rootDir.resolve("..")
    commandLine(
        listOf("cargo", "ndk", "--platform", libs.versions.min.sdk.get()) +
            listOf("arm64-v8a", "armeabi-v7a", "x86_64").flatMap { listOf("-t", it) } +
            listOf("-o", "android/app/src/main/jniLibs", "build", "--release", "--locked", "-p", "yui-ffi"),
    )
}

tasks.named("preBuild") { dependsOn(core) }
