package stemma.ledger;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ContainerCode;
import stemma.identifiers.DocumentCode;
import stemma.identifiers.EventId;
import stemma.identifiers.HoldCode;
import stemma.identifiers.LotId;
import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.Portion;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.ShipToCode;
import stemma.identifiers.ShipmentCode;
import stemma.quantity.Quantity;

import java.util.List;

/** Something that happened to material. The set is closed; its bytes are final (docs/events.md). */
public sealed interface Event {
    Circumstances circumstances();

    /** Returns the same event under other circumstances. */
    Event under(Circumstances circumstances);

    default EventId id() {
        return circumstances().id();
    }

    /** An event of a run: material goes into it or comes out of it. */
    sealed interface OfRun extends Event {
        Run run();
    }

    /** An event of a vessel: material goes into it or comes out of it, or it was empty. */
    sealed interface OfVessel extends Event {
        ResourceCode vessel();
    }

    /** An event that may mean whole containers, with all that is in them. */
    sealed interface OfContainers extends Event {
        List<ContainerCode> containers();
    }

    /** An event by which something went into a container or came out of it. */
    sealed interface AtContainer extends OfContainers {
        ContainerCode container();
    }

    /** An event that deals with a partner. */
    sealed interface WithPartner extends Event {
        PartnerCode partner();

        /** Which of the partner's places, where the event names one. */
        default @Nullable ShipToCode shipTo() {
            return null;
        }
    }

    /** Stock that existed before records. */
    record Opened(Circumstances circumstances, List<Birth> lots) implements Event {
        public Opened under(Circumstances other) {
            return new Opened(other, lots);
        }
    }

    /** Goods came in from a supplier. */
    record Received(
            Circumstances circumstances,
            DocumentCode receipt,
            @Nullable OrderCode order,
            PartnerCode supplier,
            List<Birth> lots)
            implements Event, WithPartner {
        public PartnerCode partner() {
            return supplier;
        }

        public Received under(Circumstances other) {
            return new Received(other, receipt, order, supplier, lots);
        }
    }

    /** Lots or whole containers went to another place. */
    record Moved(
            Circumstances circumstances, List<Line> lines, List<ContainerCode> containers, Place to)
            implements Event, OfContainers {
        public Moved under(Circumstances other) {
            return new Moved(other, lines, containers, to);
        }
    }

    /** The books were made to meet the goods. */
    record Adjusted(
            Circumstances circumstances,
            Portion lot,
            Quantity quantity,
            @Nullable Quantity catchWeight,
            Place from,
            Place to,
            AdjustmentCause cause)
            implements Event {
        public Adjusted under(Circumstances other) {
            return new Adjusted(other, lot, quantity, catchWeight, from, to, cause);
        }
    }

    /** One lot became several of the same material. */
    record Split(Circumstances circumstances, SplitKind kind, Line from, List<Birth> into)
            implements Event {
        public Split under(Circumstances other) {
            return new Split(other, kind, from, into);
        }
    }

    /** Several lots became one. */
    record Merged(Circumstances circumstances, List<Line> from, Birth into) implements Event {
        public Merged under(Circumstances other) {
            return new Merged(other, from, into);
        }
    }

    /** Material went into a run; of a container, all that is in it. */
    record Consumed(
            Circumstances circumstances,
            Run run,
            List<Input> inputs,
            List<ContainerCode> containers)
            implements Event, OfRun, OfContainers {
        public Consumed under(Circumstances other) {
            return new Consumed(other, run, inputs, containers);
        }
    }

    /** Lots came out of a run. */
    record Produced(Circumstances circumstances, Run run, List<Birth> outputs)
            implements Event, OfRun {
        public Produced under(Circumstances other) {
            return new Produced(other, run, outputs);
        }
    }

    /** Lots went into a vessel. */
    record Filled(Circumstances circumstances, ResourceCode vessel, List<Line> lines)
            implements Event, OfVessel {
        public Filled under(Circumstances other) {
            return new Filled(other, vessel, lines);
        }
    }

    /** Lots came out of a vessel. */
    record Drawn(Circumstances circumstances, ResourceCode vessel, List<Birth> lots)
            implements Event, OfVessel {
        public Drawn under(Circumstances other) {
            return new Drawn(other, vessel, lots);
        }
    }

    /** A vessel was empty: its epoch ended. */
    record Emptied(Circumstances circumstances, ResourceCode vessel) implements Event, OfVessel {
        public Emptied under(Circumstances other) {
            return new Emptied(other, vessel);
        }
    }

    /**
     * A resource was made clean, for the named hazards; on which occasion, with which agent and of
     * which of its lots, where that is told.
     */
    record Cleaned(
            Circumstances circumstances,
            ResourceCode resource,
            List<String> hazards,
            String method,
            @Nullable CleaningKind kind,
            @Nullable String agent,
            @Nullable String agentLot)
            implements Event {
        /** Returns one of which neither occasion nor agent is told. */
        public static Cleaned of(
                Circumstances circumstances,
                ResourceCode resource,
                List<String> hazards,
                String method) {
            return new Cleaned(circumstances, resource, hazards, method, null, null, null);
        }

        public Cleaned under(Circumstances other) {
            return new Cleaned(other, resource, hazards, method, kind, agent, agentLot);
        }
    }

    /** Lots or containers went into a container, which stands at a place. */
    record Packed(
            Circumstances circumstances,
            ContainerCode container,
            @Nullable Place at,
            ContentBasis basis,
            List<Line> lines,
            List<ContainerCode> containers)
            implements Event, AtContainer {
        public Packed under(Circumstances other) {
            return new Packed(other, container, at, basis, lines, containers);
        }
    }

    /** Lots or containers were taken out of a container and stand at a place. */
    record Unpacked(
            Circumstances circumstances,
            ContainerCode container,
            List<Line> lines,
            List<ContainerCode> containers,
            Place to)
            implements Event, AtContainer {
        public Unpacked under(Circumstances other) {
            return new Unpacked(other, container, lines, containers, to);
        }
    }

    /** A component was built into a unit. */
    record Installed(Circumstances circumstances, LotId unit, Line component, String position)
            implements Event {
        public Installed under(Circumstances other) {
            return new Installed(other, unit, component, position);
        }
    }

    /**
     * A component was taken out of a unit: the original lot where evidence for that unit says so,
     * else a reclaimed lot that descends from the unit.
     */
    record Removed(
            Circumstances circumstances,
            LotId unit,
            @Nullable Line original,
            @Nullable Birth reclaimed,
            @Nullable Place to,
            String position)
            implements Event {
        public Removed under(Circumstances other) {
            return new Removed(other, unit, original, reclaimed, to, position);
        }
    }

    /** A sample was taken. */
    record Sampled(Circumstances circumstances, List<Line> lines) implements Event {
        public Sampled under(Circumstances other) {
            return new Sampled(other, lines);
        }
    }

    /** Goods left for a consignee. */
    record Shipped(
            Circumstances circumstances,
            ShipmentCode shipment,
            @Nullable OrderCode order,
            PartnerCode consignee,
            @Nullable ShipToCode shipTo,
            List<Line> lines,
            List<ContainerCode> containers)
            implements Event, OfContainers, WithPartner {
        public PartnerCode partner() {
            return consignee;
        }

        public Shipped under(Circumstances other) {
            return new Shipped(other, shipment, order, consignee, shipTo, lines, containers);
        }
    }

    /** A shipment arrived; without lines, all of it that was still on the way. */
    record Delivered(
            Circumstances circumstances,
            ShipmentCode shipment,
            PartnerCode consignee,
            @Nullable ShipToCode shipTo,
            DeliveryBasis basis,
            List<Line> lines)
            implements Event, WithPartner {
        public PartnerCode partner() {
            return consignee;
        }

        public Delivered under(Circumstances other) {
            return new Delivered(other, shipment, consignee, shipTo, basis, lines);
        }
    }

    /** Goods came back from a customer, kept apart as lots of their own. */
    record Returned(
            Circumstances circumstances,
            DocumentCode document,
            PartnerCode customer,
            @Nullable ShipToCode shipTo,
            List<ReturnLine> lines)
            implements Event, WithPartner {
        public PartnerCode partner() {
            return customer;
        }

        public Returned under(Circumstances other) {
            return new Returned(other, document, customer, shipTo, lines);
        }
    }

    /** Goods went back to who sent them. */
    record ReturnedToSupplier(
            Circumstances circumstances,
            DocumentCode document,
            PartnerCode supplier,
            List<Line> lines)
            implements Event, WithPartner {
        public PartnerCode partner() {
            return supplier;
        }

        public ReturnedToSupplier under(Circumstances other) {
            return new ReturnedToSupplier(other, document, supplier, lines);
        }
    }

    /** Goods were lost to production. */
    record Scrapped(Circumstances circumstances, List<Line> lines) implements Event {
        public Scrapped under(Circumstances other) {
            return new Scrapped(other, lines);
        }
    }

    /** Goods were disposed of, with evidence. */
    record Destroyed(Circumstances circumstances, DocumentCode document, List<Line> lines)
            implements Event {
        public Destroyed under(Circumstances other) {
            return new Destroyed(other, document, lines);
        }
    }

    /** Quality gave lots a status, resting on inspections or on none. */
    record Judged(
            Circumstances circumstances,
            Status status,
            List<Portion> lots,
            List<InspectionBasis> inspections)
            implements Event {
        public Judged {
            inspections = List.copyOf(inspections);
        }

        public Judged under(Circumstances other) {
            return new Judged(other, status, lots, inspections);
        }
    }

    /** Use and shipping of what the hold reaches stops. */
    record Held(Circumstances circumstances, HoldCode hold, Reach reach, Descent descent)
            implements Event {
        public Held under(Circumstances other) {
            return new Held(other, hold, reach, descent);
        }
    }

    /** One hold ended; others stay. */
    record HoldLifted(Circumstances circumstances, HoldCode hold) implements Event {
        public HoldLifted under(Circumstances other) {
            return new HoldLifted(other, hold);
        }
    }

    /** A lot that was unknown when it was used turned out to be another. */
    record Identified(Circumstances circumstances, LotId unknown, LotId is) implements Event {
        public Identified under(Circumstances other) {
            return new Identified(other, unknown, is);
        }
    }

    /** The facts true of a lot were recorded anew. */
    record PassportChanged(Circumstances circumstances, Portion lot, Passport passport)
            implements Event {
        public PassportChanged under(Circumstances other) {
            return new PassportChanged(other, lot, passport);
        }
    }

    /** An earlier event was recorded wrongly: it is replaced, or without replacement voided. */
    record Corrected(
            Circumstances circumstances,
            EventId corrects,
            @Nullable Event replacement) implements Event {
        public Corrected under(Circumstances other) {
            return new Corrected(other, corrects, replacement);
        }
    }
}
