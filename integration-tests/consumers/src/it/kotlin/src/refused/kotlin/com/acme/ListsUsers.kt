package com.acme

import dev.zoomkit.mock.MockZoom

/** Does not compile: a department may be null. */
fun main() {
    MockZoom.start().use { mock ->
        mock.client().use { zoom ->
            val departments: List<String> = zoom.ownAccount().users().listUsers().map { it.dept() }
            println("consumer: Kotlin took null for a value: ${departments.size} users")
        }
    }
}
