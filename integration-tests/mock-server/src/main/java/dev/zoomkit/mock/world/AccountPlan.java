package dev.zoomkit.mock.world;

import java.util.List;

/**
 * How much there is in an account.
 *
 * @param users its owner among them
 * @param meetingsPerUser those to come; {@code webinarsPerUser} as well
 * @param subAccounts the plan of each sub-account
 */
public record AccountPlan(
    int users,
    int groups,
    int meetingsPerUser,
    int webinarsPerUser,
    int registrantsPerWebinar,
    PastPlan past,
    List<AccountPlan> subAccounts) {}
