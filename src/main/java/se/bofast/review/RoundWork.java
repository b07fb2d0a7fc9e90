package se.bofast.review;

import java.time.YearMonth;
import org.springframework.stereotype.Component;
import se.bofast.job.JobKind;
import se.bofast.job.JobRun;

/// Opens a round as work of its own, since a month of a large board takes its time.
@Component
class RoundWork implements JobKind {

    static final String KIND = "review-round";

    private final OpeningRounds opening;

    RoundWork(OpeningRounds opening) {
        this.opening = opening;
    }

    @Override
    public String code() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        opening.open(YearMonth.parse(run.payload().get("month")));
    }
}
