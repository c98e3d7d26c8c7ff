/* The plugins of all modules, in the versions of gradle/libs.versions.toml. */

plugins {
    alias(libs.plugins.android.application) apply false
    alias(libs.plugins.android.library) apply false
    alias(libs.plugins.compose.compiler) apply false
    // Android's own plugin compiles Kotlin; this says with which.
    alias(libs.plugins.kotlin.android) apply false
}
