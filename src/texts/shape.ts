// Written by `npm run texts` from the English files. Change those, and run it again.
import type { Message } from './message.ts';

export interface Texts {
  embed: {
    from: Message<{ portal: string | number }>;
  };
  emergency: {
    heading: string;
    title: Message<{ country: string | number }>;
    description: Message<{ country: string | number }>;
    lede: string;
    call: Message<{ number: string | number }>;
    help: Message<{ matter: string | number }>;
    generalOnly: string;
    free: string;
    hours: string;
    confidential: string;
    trust: {
      confirmed: string;
      'one-source': string;
      doubtful: string;
    };
    source: string;
    asOf: Message<{ day: string | number }>;
    undated: string;
    notDialled: string;
    readOn: Message<{ day: string | number }>;
    all: Message<{ country: string | number }>;
    line: string;
    noDanger: string;
    quiet: string;
    announced: Message<{ numbers: string | number }>;
  };
  finder: {
    title: string;
    lede: string;
    titleFor: Message<{ country: string | number }>;
    choose: string;
    lastQuestion: Message<{ number: string | number }>;
    progress: Message<{ number: string | number; most: string | number }>;
    back: string;
    again: string;
    yourAnswers: string;
    answers: string;
    result: string;
    next: {
      read: string;
      complain: string;
      ask: string;
    };
    aboutAgency: string;
    bySearch: string;
    notListed: string;
    notListedText: string;
    thanksTitle: string;
    thanksYes: string;
    thanksNo: string;
    notKept: string;
    kept: string;
    nowWhat: string;
    feedbackDescription: string;
  };
  privacy: {
    retention: string;
    retentionIntro: string;
    months: Message<{ country: string | number; months: string | number }>;
  };
  shell: {
    skip: string;
    demonstration: string;
    watchdog: Message<{ publisher: string | number }>;
    agencies: string;
    countries: string;
    topics: string;
    followCase: string;
    quality: string;
    changes: string;
    about: string;
    privacy: string;
    accessibility: string;
    search: string;
    languageSwitch: string;
    mainNavigation: string;
    footerNavigation: string;
    breadcrumbs: string;
    home: string;
    tagline: string;
    inLanguage: {
      en: string;
      sw: string;
    };
    staleTranslation: string;
    notFoundTitle: string;
    notFoundText: string;
    errorTitle: string;
    errorText: string;
    publishedBy: Message<{ publisher: string | number }>;
    source: string;
    contents: string;
    reviewedOn: Message<{ day: string | number }>;
  };
  statistics: {
    title: string;
    titleMonth: Message<{ month: string | number }>;
    description: string;
    lede: string;
    small: string;
    days: string;
    requests: string;
    agency: string;
    columns: {
      received: string;
      acknowledged: string;
      answered: string;
      inTime: string;
      silence: string;
      resolved: string;
      medianDays: string;
      p90Days: string;
      satisfaction: string;
    };
    month: string;
    show: string;
    none: string;
    keptCounts: Message<{ received: string | number; inTime: string | number; silence: string | number }>;
    keptDays: Message<{ days: string | number }>;
    download: string;
  };
}
