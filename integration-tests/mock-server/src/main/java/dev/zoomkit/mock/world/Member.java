package dev.zoomkit.mock.world;

import java.time.ZoneId;

/**
 * A user of an account.
 *
 * @param user the id, or the address by which the account knows the user
 */
record Member(String user, ZoneId zone, Work work) {}
