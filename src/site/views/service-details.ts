import { joinMarks, type FigureMark } from '../../register/figure-marks.ts';
import { duration, money } from '../../register/format.ts';
import { resolveLadder } from '../../register/ladder.ts';
import { phoneHref } from '../../register/phone-href.ts';
import type { Localised, Text } from '../../register/localise.ts';
import type { Reading } from '../../register/readings.ts';
import type { Agency, Register, RegisteredService } from '../../register/register.ts';
import type { Phone } from '../../schemas/contact.ts';
import type { Service } from '../../schemas/service.ts';
import { pageTexts } from '../../texts/texts.ts';
import { contactContext } from './contact.ts';
import {
  writtenDay,
  evidenceView,
  figureNotes,
  type EvidenceView,
  type FigureNotes,
  type ViewContext,
  type ViewOptions,
} from './evidence.ts';
import { citations, type Citations } from './citations.ts';
import { rungIn } from './ladder.ts';
import { serviceView, type ServiceView } from './service.ts';
import { statementView, type StatementView } from './statement.ts';
import { stepFees } from './step-fees.ts';
import { stepMarks } from './step-marks.ts';
import { stepTotal } from './step-total.ts';

export interface ChannelView {
  kind: Service['channels'][number]['kind'];
  label: Text;
  url?: string;
  dial?: string;
  /** What a tap on the number opens. */
  dialHref?: string;
  address?: string;
  hours?: Text;
  time?: string;
  evidence?: EvidenceView;
}

export interface StepView {
  client?: Text;
  agency?: Text;
  responsible?: Text;
  time?: string;
  timeMarks: FigureMark[];
  fee?: string;
  feeMarks: FigureMark[];
}

export interface DeadlineView extends FigureNotes {
  value: Text;
  stated: boolean;
  on?: string;
}

/** A service with all that its own page tells beyond a row of the charter. */
export interface ServiceDetails extends ServiceView {
  eligibility: Text[];
  exclusions: Text[];
  channels: ChannelView[];
  forms: { label: Text; url?: string }[];
  steps: StepView[];
  /** The stated times of all steps together, as certain as the least certain of them; empty where none is stated. */
  stepTotal: { text: string; marks: FigureMark[] };
  /** What all steps cost together, where that is certain. */
  stepFees: { text: string; marks: FigureMark[] };
  output?: Text;
  validity?: Text;
  audience: Service['audience'];
  class?: Service['class'];
  deadlines: DeadlineView[];
  silence?: StatementView;
  remedy?: StatementView;
  notes: Text[];
  /** What its figures and statements rest on. */
  citations: Citations;
}

/** Makes a service ready for its own page. */
export function serviceDetails(
  register: Register,
  agency: Agency,
  service: RegisteredService,
  options: ViewOptions,
): ServiceDetails {
  const read = register.in(options.language).service(service);
  const cited = citations([serviceParts(read), ladderParts(register, agency, service, options)], options.today);
  const context: ViewContext = { ...contactContext(register, agency, options), citations: cited };
  const view = serviceView(register, agency, service, context);
  const { eligibility, exclusions, forms, output, validity, audience, notes } = read;
  const steps = read.steps.map((step) => stepView(step, read, view, context));
  return {
    ...view,
    eligibility,
    exclusions,
    channels: read.channels.map((channel) => channelView(channel, context)),
    forms,
    steps,
    stepTotal: {
      text: stepTotal(read.steps, options.language),
      marks: joinMarks(steps.map(({ timeMarks }) => timeMarks)),
    },
    stepFees: { text: stepFees(read.steps), marks: joinMarks(steps.map(({ feeMarks }) => feeMarks)) },
    output,
    validity,
    audience,
    class: read.class,
    deadlines: read.deadlines.map((deadline) => deadlineView(deadline, context)),
    silence: statementView(read.silence, context),
    remedy: statementView(read.remedy, context),
    notes,
    citations: cited,
  };
}

/** All parts of a service with a source of their own. */
export function serviceParts(read: Reading<'services'>): unknown[] {
  const { fees, processingTimes, requirements, channels, deadlines, silence, remedy, evidence } = read;
  return [fees, processingTimes, requirements, channels, deadlines, silence, remedy, evidence];
}

/** What the steps of redress rest on; other bodies list their own sources. */
function ladderParts(register: Register, agency: Agency, service: RegisteredService, options: ViewOptions): unknown[] {
  const { contacts } = register.in(options.language).charter(agency);
  return resolveLadder(register, agency.id, service.id).map(({ rung, contact, own }) => [
    rung && (rungIn(register, agency, service, rung, options) ?? rung).evidence,
    own && contacts.find(({ id }) => id === contact?.id)?.evidence,
  ]);
}

/** Makes a deadline ready to show: a figure like a cost or a time, in words alone. */
export function deadlineView(deadline: Localised<Service['deadlines'][number]>, context: ViewContext): DeadlineView {
  return {
    on: writtenDay(deadline.on, context),
    value: deadline.says,
    stated: true,
    ...figureNotes(deadline, context),
  };
}

/** Other channels with a number are rung. */
const dialledAs: Partial<Record<ChannelView['kind'], Phone['kind']>> = {
  sms: 'sms',
  ussd: 'ussd',
  whatsapp: 'whatsapp',
};

function channelView(channel: Localised<Service['channels'][number]>, context: ViewContext): ChannelView {
  const { kind, label, url, dial, address, hours, time, evidence } = channel;
  return {
    kind,
    label,
    url,
    dial,
    dialHref: dial && phoneHref(dialledAs[kind] ?? 'voice', dial, context.callingCode),
    address,
    hours,
    time: time && duration(time, context.language),
    evidence: evidence && evidenceView(evidence, context),
  };
}

function stepView(
  step: Localised<Service['steps'][number]>,
  service: Reading<'services'>,
  view: ServiceView,
  { language }: ViewContext,
): StepView {
  const { client, agency, responsible, fee, currency } = step;
  const marks = stepMarks(step, service, view);
  const free = fee === 0 || !currency;
  return {
    client,
    agency,
    responsible,
    time: step.duration && duration(step.duration, language),
    timeMarks: marks.time,
    fee: fee === undefined ? undefined : free ? pageTexts('charter', language).free : money(fee, currency),
    feeMarks: marks.fee,
  };
}
