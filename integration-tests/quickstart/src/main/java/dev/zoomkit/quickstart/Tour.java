package dev.zoomkit.quickstart;

import dev.zoomkit.ZoomAccount;
import dev.zoomkit.error.NotFoundException;
import dev.zoomkit.error.ZoomException;
import dev.zoomkit.model.AddWebinarRegistrantRequest;
import dev.zoomkit.model.ApprovalType;
import dev.zoomkit.model.CreateWebinarRequest;
import dev.zoomkit.model.CreateWebinarSettings;
import dev.zoomkit.model.PanelistList;
import dev.zoomkit.model.Registration;
import dev.zoomkit.model.Webinar;
import dev.zoomkit.model.WebinarSummary;
import dev.zoomkit.operations.Webinars;
import dev.zoomkit.paging.Page;
import dev.zoomkit.scope.MissingScopeException;
import dev.zoomkit.user.UserRef;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * What one does with webinars: lists those of a host, schedules one, registers somebody, meets two
 * refusals, and deletes what it made. Blocks.
 */
final class Tour {

  private static final int PAGE_SIZE = 5;
  private static final int MOST_PAGES = 4;

  private final Webinars webinars;
  private final Clock clock;
  private final Paper paper;

  Tour(ZoomAccount account, Clock clock, Paper paper) {
    this.webinars = account.webinars();
    this.clock = clock;
    this.paper = paper;
  }

  /**
   * Takes the tour.
   *
   * @throws ZoomException if Zoom refuses what this needs, or does not respond; the webinar is
   *     deleted nonetheless, if it can be
   */
  void of(UserRef host) {
    list(host);
    Webinar webinar = schedule(host);
    try {
      register(webinar);
      askForMoreThanTheTokenMay(webinar);
      askForNobody();
    } finally {
      delete(webinar);
    }
  }

  /** Each page is fetched when the loop comes to it; leaving the loop fetches no more. */
  private void list(UserRef host) {
    paper.heading("The webinars of " + host + ", " + PAGE_SIZE + " a page");
    paper.row("page", "start in UTC", "minutes", "webinar", "topic");
    int pages = 0;
    for (Page<WebinarSummary> page :
        webinars.listWebinars(host, query -> query.pageSize(PAGE_SIZE)).byPage()) {
      pages++;
      for (WebinarSummary webinar : page.items()) {
        paper.row(pages, webinar.startTime(), webinar.duration(), webinar.id(), webinar.topic());
      }
      if (pages == MOST_PAGES && page.nextPageToken() != null) {
        paper.text("There are more; " + MOST_PAGES + " pages are enough here.");
        return;
      }
    }
  }

  private Webinar schedule(UserRef host) {
    paper.heading("Schedule a webinar, tomorrow for 45 minutes");
    Webinar webinar =
        webinars.createWebinar(
            host,
            CreateWebinarRequest.builder()
                .topic("zoomkit quickstart, to be deleted")
                .startTime(OffsetDateTime.now(clock).truncatedTo(ChronoUnit.HOURS).plusDays(1))
                .duration(45)
                .settings(
                    CreateWebinarSettings.builder()
                        .approvalType(ApprovalType.AUTOMATIC)
                        .registrantsEmailNotification(false)
                        .build())
                .build());
    paper.text("Created webinar " + webinar.id() + ": " + webinar.topic());
    return webinar;
  }

  private void register(Webinar webinar) {
    paper.heading("Register somebody for it");
    AddWebinarRegistrantRequest ada =
        AddWebinarRegistrantRequest.builder()
            .email("ada@example.com")
            .firstName("Ada")
            .lastName("Quick")
            .build();
    Registration registration = webinars.addWebinarRegistrant(webinar.id(), ada);
    paper.text(ada.firstName() + " joins at " + registration.joinUrl());
    webinars.listWebinarRegistrants(webinar.id()).stream()
        .forEach(registrant -> paper.text(registrant.email() + " is " + registrant.status()));
  }

  private void askForMoreThanTheTokenMay(Webinar webinar) {
    paper.heading("Ask for its panelists, which a token may lack the scope for");
    try {
      PanelistList panelists = webinars.listWebinarPanelists(webinar.id());
      paper.text("This token has the scope. Panelists: " + panelists.totalRecords());
    } catch (MissingScopeException refused) {
      paper.text("Refused here, before anything was sent:");
      paper.text(refused.getMessage());
    }
  }

  private void askForNobody() {
    paper.heading("Ask for the webinars of a user who does not exist");
    try {
      webinars.listWebinars(UserRef.email("nobody@example.com")).stream().findFirst();
    } catch (NotFoundException refused) {
      paper.text("Refused by Zoom:");
      paper.text(refused.getMessage());
    }
  }

  private void delete(Webinar webinar) {
    paper.heading("Clean up");
    try {
      webinars.deleteWebinar(webinar.id());
      paper.text("Deleted webinar " + webinar.id() + ".");
    } catch (ZoomException failure) {
      paper.text("Webinar " + webinar.id() + " is still there; delete it by hand.");
      throw failure;
    }
  }
}
