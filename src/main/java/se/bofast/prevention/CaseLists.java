package se.bofast.prevention;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Actor;
import se.bofast.access.Units;
import se.bofast.intake.SignalId;
import se.bofast.page.PageKey;
import se.bofast.page.Slice;
import se.bofast.page.SortChoice;

/// Lists of cases for pages, narrowed to what the actor may see.
@Component
public class CaseLists {

    /// The columns a list may be sorted by.
    public static final Set<String> SORTS = Cases.SORTS;

    /// A longer list is not sorted by name.
    public static final int SORTABLE_BY_NAME = Cases.SORTABLE_BY_NAME;

    private final ReadingCase reading;

    CaseLists(ReadingCase reading) {
        this.reading = reading;
    }

    /// One page of the list; on record.
    public Slice<CaseRow> list(
            Actor actor, CaseFilter filter, SortChoice sort, Optional<PageKey> from) {
        return reading.list(actor, filter, sort, from);
    }

    /// How many the filter leaves; just past {@link #SORTABLE_BY_NAME} means more.
    public int count(Actor actor, CaseFilter filter) {
        return reading.count(actor, filter);
    }

    public CaseId byNumber(Actor actor, String number) {
        return reading.byNumber(actor, number);
    }

    /// The cases the signals belong to.
    @Transactional(readOnly = true)
    public Map<SignalId, CaseId> ofSignals(Collection<SignalId> signals) {
        return reading.casesOf(signals);
    }

    @Transactional(readOnly = true)
    public List<Units.Unit> units() {
        return reading.unitChoices();
    }

    @Transactional(readOnly = true)
    public List<Units.Colleague> colleagues() {
        return reading.carriers();
    }
}
