import type { CountryCode } from './case.ts';

/** What an Act says on time, in days unless named otherwise, with its sections. */
export interface Act {
  /** Hours that the country's clocks are ahead of UTC; none of the three has summer time. */
  hoursAhead: number;
  answer: number;
  urgentHours: number | undefined;
  extensionAtMost: number;
  /** Whether an extension is added to the limit and counted in one with it, or runs from the day the answer was due. */
  extensionRuns: 'in-one' | 'from-the-due-day';
  extensionNotice: number | undefined;
  transfer: number;
  /** Until when the applicant knows at the latest, from the first receipt or from that of the second body. */
  transferNotice: { days: number; from: 'first-receipt' | 'second-receipt' };
  /** Whether a transferred request is a new one. No Act of the three is known to say that it is none. */
  transferRestarts: 'yes' | 'not-settled';
  depositStopsClock: boolean;
  /** Working days from the payment of the fee to the access. */
  accessWorkingDays: number | undefined;
  /** The first door after a refusal or silence. */
  firstDoor: number;
  /** Where the first door is the body's own head: how long that takes, and the Court's window after it. */
  internalReview: { decision: number; court: number } | undefined;
}

/** The Acts, read independently of the portal's content: they are what it is tested against. */
export const acts: Record<CountryCode, Act> = {
  // Freedom of Information Act 2011.
  ng: {
    hoursAhead: 1,
    answer: 7, // s.4
    urgentHours: undefined,
    extensionAtMost: 7, // s.6
    extensionRuns: 'in-one', // s.6
    extensionNotice: undefined,
    transfer: 3, // s.5(1)
    transferNotice: { days: 7, from: 'first-receipt' }, // s.5(1), "not later than"
    transferRestarts: 'yes', // s.5(2)
    depositStopsClock: false,
    accessWorkingDays: undefined,
    firstDoor: 30, // s.20, the Court
    internalReview: undefined,
  },
  // Access to Information Act 2016.
  ke: {
    hoursAhead: 3,
    answer: 21, // s.9(1)
    urgentHours: 48, // s.9(2)
    extensionAtMost: 14, // s.9(3), once
    extensionRuns: 'in-one', // s.9(3)
    extensionNotice: undefined,
    transfer: 5, // s.10
    transferNotice: { days: 7, from: 'first-receipt' }, // s.10
    transferRestarts: 'not-settled', // s.10(3) not read, the sources differ
    depositStopsClock: false, // s.12(1): no fee for applying
    accessWorkingDays: 2, // s.11(2)
    firstDoor: 30, // s.14(2), the Commission on Administrative Justice
    internalReview: undefined,
  },
  // Right to Information Act, 2019 (Act 989).
  gh: {
    hoursAhead: 0,
    answer: 14, // s.23(1)
    urgentHours: 48, // s.23(7)
    extensionAtMost: 7, // s.25(2)
    extensionRuns: 'from-the-due-day', // s.25(2)
    extensionNotice: 7, // s.25(3)
    transfer: 2, // s.20(1)
    transferNotice: { days: 3, from: 'second-receipt' }, // s.20(2)
    transferRestarts: 'yes', // s.20(5)
    depositStopsClock: true, // s.23(6)
    accessWorkingDays: undefined,
    firstDoor: 30, // s.32(1), internal review
    internalReview: { decision: 15, court: 21 }, // s.33(1), s.36(2)
  },
};
