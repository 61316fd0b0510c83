package com.acme

import dev.zoomkit.mock.MockZoom

/** Calls the mock, with null where it may be null and only there. */
fun main(args: Array<String>) {
    MockZoom.start().use { mock ->
        mock.client().use { zoom ->
            val departments: List<String?> = zoom.ownAccount().users().listUsers().map { it.dept() }
            println("consumer: Kotlin ${args[0]}: ${departments.size} users")
        }
    }
}
