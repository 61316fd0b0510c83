/**
 * The contract check: description, mock and client held together, operation by operation.
 *
 * <p>Start with {@code Contract}, which the contract profile runs. It makes a {@code MockRun}
 * against the mock, or a {@code LiveRun} against an API that somebody names. {@code Checks} lists
 * what a run against the mock looks at; each check has a class that ends in {@code Check}, or is a
 * few calls of {@code ClientRun} and {@code RawRun}. What a check finds is a {@code Finding}, which
 * a {@code Tally} keeps.
 *
 * <ul>
 *   <li>The description: {@code BundledDescription} and {@code Operation} read it, {@code
 *       SchemaWalk} goes through its schemas, {@code Validator} holds values against them. They
 *       share no code with mock or client, whose judges they are.
 *   <li>An overlay: an {@code OverlaidBundle} is the bundle with one over it, made by the reader
 *       that mock and generator have, and read as any other. What the overlay adds or changes is
 *       called without the client, which has no methods for it.
 *   <li>Calls: a {@code Sandbox} has a mock and all that calls it. {@code ExampleCalls} and {@code
 *       FacadeCalls} call the client, {@code RawCalls} sends a {@code RawRequest} without it; a
 *       {@code Recorder} keeps each {@code Exchange}. Values come from examples, by {@code
 *       RawRequests}, {@code NamedValues} and {@code SampleValues}.
 *   <li>Keywords: {@code Boundaries} and {@code BoundaryValues} make a {@code Boundary} of each
 *       constraining keyword, with requests on both sides of it; {@code BoundaryWalk} sends them.
 *   <li>How much was met: {@code Coverage} has a {@code Dimension} for each way of counting.
 *   <li>Whether the check bites: a {@code MutationRun} plants each {@code Mutation} that {@code
 *       MockMutations}, {@code ClientMutations}, {@code SchemaMutations} and {@code
 *       DescriptionMutations} think of. A {@code Fault} is what goes wrong on the wire, a {@code
 *       FaultInterceptor} the place of it, and {@code Bodies} exchanges what a body has.
 *   <li>An API that nobody knows: {@code LiveSettings} say which, {@code LiveCalls} calls it and
 *       waits as {@code LimitWaits} do, a {@code Refusal} is one that tells nothing of the
 *       operation, {@code LiveTally} counts. {@code LiveValues} learns from responses what to ask
 *       for next, {@code LiveWrites} knows what may be written and what is to be deleted. {@code
 *       Drift} lists where it departs from the description, in words that {@code Shown} lets pass.
 *   <li>Reports: {@code ContractReport}, {@code MutationReport} and {@code LiveReport} fill a
 *       {@code ReportPage}.
 * </ul>
 *
 * <p>The classes that end in {@code Test} run in every build. They look at the same things, a share
 * of what takes long, and at what the check itself has to notice.
 */
@NullMarked
package dev.zoomkit.contract;

import org.jspecify.annotations.NullMarked;
