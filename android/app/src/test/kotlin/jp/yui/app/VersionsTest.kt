/* Gradle builds with the versions that Maven tries, and with what the archives ask for. */

package jp.yui.app

import jp.yui.core.support.root
import org.junit.Test
import java.nio.file.Path
import java.util.Properties
import kotlin.io.path.inputStream
import kotlin.io.path.isRegularFile
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.readText
import kotlin.test.assertEquals
import kotlin.test.assertTrue

class VersionsTest {
    private val folder = root.resolve("android")

    /** The catalogue's versions, by name. */
    private val catalogue = Regex("""^([a-z-]+) = "([^"]+)"$""", RegexOption.MULTILINE)
        .findAll(folder.resolve("gradle/libs.versions.toml").readText().substringBefore("[libraries]"))
        .associate { it.groupValues[1] to it.groupValues[2] }

    /** Maven's, by the catalogue's names. */
    private val maven = Regex("""<([a-z.-]+)\.version>([^<]+)</""")
        .findAll(folder.resolve("pom.xml").readText())
        .associate { it.groupValues[1].replace('.', '-') to it.groupValues[2] }

    /** What each archive asks of who builds with it. */
    private val demands = folder.resolve("archives/target/linked").listDirectoryEntries()
        .map { it.resolve("META-INF/com/android/build/gradle/aar-metadata.properties") }
        .filter(Path::isRegularFile)
        .map { file -> Properties().apply { file.inputStream().use(::load) } }

    @Test
    fun `every version stands in Maven's list, too, and is the same there`() {
        assertTrue(catalogue.size > 10, "$catalogue")
        assertEquals(catalogue - gradles, maven.filterKeys { it in catalogue })
    }

    @Test
    fun `no version stands anywhere but in the lists`() {
        val builds = listOf("build", "settings", "app/build", "ui/build", "../bindings/kotlin/build").map {
            "$it.gradle.kts"
        }
        val poms = listOf("archives", "ui-on-android", "app").map { "$it/pom.xml" }
        for (file in builds + poms) {
            val found = Regex("""version>(\d[^<]*)<|:(\d[\d.]*)"""").findAll(folder.resolve(file).readText())
            assertEquals(
                emptySet<String>(),
                found.map {
                    it.groupValues[1] + it.groupValues[2]
                }.toSet() - "0.1.0",
                file,
            )
        }
    }

    @Test
    fun `the wrapper fetches the Gradle of the list`() {
        val wrapper = Properties()
        folder.resolve("gradle/wrapper/gradle-wrapper.properties").inputStream().use(wrapper::load)
        val gradle = "gradle-${catalogue.getValue("gradle")}-bin.zip"
        assertEquals("https://services.gradle.org/distributions/$gradle", wrapper.getProperty("distributionUrl"))
    }

    @Test
    fun `the manifest merger is that of Android's plugin`() {
        val (major, rest) = catalogue.getValue("agp").split(".", limit = 2)
        assertEquals("${major.toInt() + MERGER_AHEAD}.$rest", maven["manifest-merger"])
    }

    @Test
    fun `framework and plugin are new enough for every archive`() {
        assertTrue(demands.size > 20, "${demands.size} archives say what they ask for")
        val framework = demands.mapNotNull { it.getProperty("minCompileSdk")?.toInt() }.max()
        assertTrue(catalogue.getValue("compile-sdk").toInt() >= framework, "an archive wants compile-sdk $framework")
        val plugin = demands.mapNotNull { it.getProperty("minAndroidGradlePluginVersion") }.maxWith(byParts)
        assertTrue(byParts.compare(catalogue.getValue("agp"), plugin) >= 0, "an archive wants agp $plugin")
    }

    private companion object {
        /** What Maven has no use for. */
        val gradles = setOf("gradle", "agp", "compile-sdk")

        /** Google numbers its libraries so far ahead of the plugin. */
        const val MERGER_AHEAD = 23

        val byParts = compareBy<String>({ it.part(0) }, { it.part(1) }, { it.part(2) })

        fun String.part(at: Int) = split('.').getOrNull(at)?.toInt() ?: 0
    }
}
