package dev.zoomkit.mock.world;

import java.util.List;

/** A department with what its people are, meet for and tell the public of. */
enum Work {
  SALES(
      "Sales",
      List.of("Account manager", "Sales engineer", "Head of sales"),
      List.of("Pipeline review", "Forecast call", "Customer kick-off", "Pricing review"),
      List.of("Product tour for new customers", "What is new this quarter")),
  ENGINEERING(
      "Engineering",
      List.of("Software engineer", "Test engineer", "Engineering manager"),
      List.of("Sprint planning", "Sprint review", "Architecture round", "Incident review"),
      List.of("Integrations in an hour", "A look behind our releases")),
  SUPPORT(
      "Support",
      List.of("Support specialist", "Support lead", "Trainer"),
      List.of("Ticket triage", "Shift handover", "Escalations of the week", "Knowledge base hour"),
      List.of("First steps for administrators", "Questions and answers with support")),
  MARKETING(
      "Marketing",
      List.of("Content editor", "Campaign manager", "Designer"),
      List.of("Campaign stand-up", "Editorial meeting", "Event planning", "Website review"),
      List.of("Customer stories live", "Trends of the year")),
  FINANCE(
      "Finance",
      List.of("Controller", "Accountant", "Financial analyst"),
      List.of("Month-end close", "Budget review", "Invoice clearing", "Audit preparation"),
      List.of("Billing explained", "Results of the quarter")),
  PEOPLE(
      "People",
      List.of("Recruiter", "People partner", "Office manager"),
      List.of("Hiring sync", "Interview debrief", "Onboarding day", "Team check-in"),
      List.of("Meet our teams", "Town hall"));

  private final String title;
  private final List<String> jobs;
  private final List<String> meetings;
  private final List<String> webinars;

  Work(String title, List<String> jobs, List<String> meetings, List<String> webinars) {
    this.title = title;
    this.jobs = jobs;
    this.meetings = meetings;
    this.webinars = webinars;
  }

  String title() {
    return title;
  }

  List<String> jobs() {
    return jobs;
  }

  /** The topics of its meetings. */
  List<String> meetings() {
    return meetings;
  }

  /** The topics of its webinars. */
  List<String> webinars() {
    return webinars;
  }
}
