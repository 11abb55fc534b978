// Written by `npm run texts` from the English files. Change those, and run it again.
import type { Message } from './message.ts';

export interface Texts {
  'address-mails': {
    subject: {
      first: Message<{ portal: string | number }>;
      again: Message<{ portal: string | number }>;
    };
    reminder: string;
    intro: Message<{ portal: string | number; publisher: string | number; address: string | number; names: string | number }>;
    why: string;
    renewal: Message<{ end: string | number; stop: string | number }>;
    confirm: string;
    code: Message<{ page: string | number }>;
    address: string;
    codeLabel: string;
    until: Message<{ days: string | number }>;
    notYours: string;
    answers: Message<{ publisher: string | number }>;
    news: {
      subject: {
        ended: Message<{ address: string | number }>;
        refused: Message<{ address: string | number }>;
      };
      ended: Message<{ address: string | number; names: string | number; end: string | number; stop: string | number }>;
      refused: Message<{ address: string | number; names: string | number }>;
      afterEnd: Message<{ address: string | number }>;
      afterRefusal: Message<{ address: string | number }>;
      automatic: string;
    };
  };
  'address-proof': {
    title: string;
    description: string;
    ledeQuestion: Message<{ address: string | number }>;
    ledeCode: string;
    ours: string;
    notOurs: string;
    notOursHint: string;
    holds: Message<{ days: string | number }>;
    withCode: string;
    wrong: string;
    deadLink: string;
    outcome: {
      proved: {
        title: string;
        text: Message<{ address: string | number }>;
      };
      refused: {
        title: string;
        text: Message<{ address: string | number }>;
      };
      used: {
        title: string;
        text: Message<{ address: string | number }>;
      };
      expired: {
        title: string;
        text: Message<{ address: string | number }>;
      };
    };
    later: Message<{ minutes: number }>;
  };
  addresses: {
    title: string;
    description: string;
    lede: string;
    demonstration: string;
    states: {
      unproved: string;
      held: string;
      asked: string;
      proved: Message<{ day: string | number }>;
      lapsing: Message<{ day: string | number }>;
      lapsed: Message<{ day: string | number }>;
      refused: string;
    };
    byOperator: string;
    operator: string;
    back: string;
    link: string;
  };
  attachments: {
    tooMany: Message<{ max: string | number }>;
    tooLarge: Message<{ number: string | number; megabytes: string | number }>;
    wrongType: Message<{ number: string | number }>;
    phoneFormat: Message<{ number: string | number }>;
    cutOff: Message<{ number: string | number }>;
    tooManyPixels: Message<{ number: string | number; millions: string | number }>;
    empty: Message<{ number: string | number }>;
    again: Message<{ number: string | number }>;
    noRoom: Message<{ left: number; max: string | number }>;
    formFull: Message<{ max: string | number; chosen: string | number }>;
    lost: string;
    holdLater: string;
  };
  'by-mail': {
    sentTitle: string;
    sentLede: string;
    sentMail: string;
    sentNoMail: string;
    goesWhere: string;
    byMailTitle: string;
    byMailLede: string;
    byMailFigures: string;
    byMailReference: string;
    byMailNext: string;
    agencies: string;
    howToAnswer: Message<{ portal: string | number; reference: string | number }>;
    sentOn: {
      complaint: Message<{ agency: string | number }>;
      compliment: Message<{ agency: string | number }>;
      suggestion: Message<{ agency: string | number }>;
      question: Message<{ agency: string | number }>;
      misconduct: Message<{ agency: string | number }>;
      'wrong-content': Message<{ agency: string | number }>;
      'information-request': Message<{ agency: string | number }>;
    };
    received: {
      complaint: Message<{ agency: string | number }>;
      compliment: Message<{ agency: string | number }>;
      suggestion: Message<{ agency: string | number }>;
      question: Message<{ agency: string | number }>;
      misconduct: Message<{ agency: string | number }>;
      'wrong-content': Message<{ agency: string | number }>;
      'information-request': Message<{ agency: string | number }>;
    };
    keepThis: string;
    desk: Message<{ address: string | number }>;
    refusedSubject: string;
    refusedIntro: string;
    filesSubject: Message<{ reference: string | number }>;
    filesIntro: string;
    problems: string;
    asTyped: string;
    undeliverableHint: string;
  };
  'case-events': {
    acknowledged: Message<{ who: string | number }>;
    asked: Message<{ who: string | number }>;
    answered: Message<{ who: string | number }>;
    extended: Message<{ who: string | number; days: number }>;
    transferred: Message<{ who: string | number; to: string | number }>;
    transferredVia: Message<{ who: string | number; to: string | number; receiver: string | number }>;
    resolved: {
      remedied: Message<{ who: string | number }>;
      'partly-remedied': Message<{ who: string | number }>;
      'not-upheld': Message<{ who: string | number }>;
      answered: Message<{ who: string | number }>;
      'taken-up': Message<{ who: string | number }>;
      noted: Message<{ who: string | number }>;
      given: Message<{ who: string | number }>;
      'given-in-part': Message<{ who: string | number }>;
      refused: Message<{ who: string | number }>;
      'no-record': Message<{ who: string | number }>;
    };
    message: string;
    sentFiles: Message<{ count: number }>;
    reopened: string;
    withdrawn: string;
    rated: Message<{ score: string | number }>;
    'identity-erased': string;
    filesErased: Message<{ count: number }>;
    reminded: Message<{ who: string | number; due: string | number }>;
    overdue: Message<{ who: string | number; due: string | number; to: string | number }>;
    dissatisfied: Message<{ who: string | number; to: string | number }>;
    endedOverdue: Message<{ who: string | number; due: string | number }>;
    endedDissatisfied: Message<{ who: string | number }>;
    endedSealed: Message<{ who: string | number }>;
    endedSealedOverdue: Message<{ who: string | number; due: string | number }>;
    operator: Message<{ name: string | number }>;
    passedOver: {
      unknown: Message<{ names: string | number }>;
      'not-proved': Message<{ names: string | number }>;
      'not-released': Message<{ names: string | number }>;
    };
    callThem: Message<{ name: string | number; phones: string | number }>;
    passedOn: {
      operator: Message<{ who: string | number; to: string | number; day: string | number }>;
      citizen: Message<{ to: string | number; day: string | number }>;
    };
    notYetWith: Message<{ name: string | number; length: string | number; count: number }>;
    starts: Message<{ length: string | number; count: number; name: string | number }>;
    term: {
      ladder: Message<{ agency: string | number; length: string | number }>;
      charter: Message<{ agency: string | number; length: string | number; says: string | number }>;
      oversight: Message<{ length: string | number; agency: string | number; says: string | number }>;
      law: Message<{ agency: string | number; length: string | number; law: string | number }>;
      portal: Message<{ length: string | number }>;
    };
    counting: {
      certain: Message<{ law: string | number }>;
      open: Message<{ strictDay: string | number; law: string | number }>;
      transfer: Message<{ strictDay: string | number }>;
      declared: Message<{ day: string | number; name: string | number; on: string | number }>;
      moved: Message<{ from: string | number; to: string | number }>;
    };
    askedClockRuns: Message<{ who: string | number }>;
    extendedByLaw: Message<{ who: string | number; days: number; law: string | number }>;
    onGround: Message<{ ground: string | number }>;
    'urgency-refused': Message<{ who: string | number; length: string | number }>;
    charge: {
      deposit: Message<{ who: string | number; sum: string | number }>;
      fee: Message<{ who: string | number; sum: string | number }>;
      stands: string;
      runs: string;
    };
    'charge-paid': Message<{ who: string | number }>;
    transferClock: {
      restarts: string;
      runs: string;
      open: string;
    };
    citing: Message<{ law: string | number }>;
    lawSections: Message<{ law: string | number; sections: string | number }>;
    overdueReview: Message<{ who: string | number; due: string | number; to: string | number }>;
    dissatisfiedReview: Message<{ who: string | number; to: string | number }>;
    endedByDoor: {
      court: Message<{ who: string | number; due: string | number }>;
      'internal-review': Message<{ who: string | number; due: string | number }>;
      commission: Message<{ who: string | number; due: string | number }>;
    };
    answeredRequest: Message<{ who: string | number }>;
    'publication-allowed': string;
    'publication-ended': string;
    published: string;
    publishedRewritten: string;
    'publication-refused': string;
  };
  'case-head': {
    answered: string;
    overdue: string;
    closed: string;
    received: string;
    receivedHere: string;
    notYetWith: Message<{ name: string | number }>;
    due: string;
    wasDue: string;
    about: string;
    now: string;
    theyWrote: string;
    withOffice: string;
    question: string;
    questionOpen: string;
    notYetThere: string;
    of: Message<{ taken: string | number; limit: string | number }>;
    in: Message<{ length: string | number }>;
    inOf: Message<{ length: string | number; limit: string | number }>;
    sameDay: string;
    by: Message<{ length: string | number }>;
    left: Message<{ length: string | number }>;
    lastDay: string;
    noAnswer: string;
    told: Message<{ name: string | number; day: string | number }>;
    wroteOn: Message<{ name: string | number; day: string | number }>;
    time: string;
    details: string;
    toPay: string;
    toPayOpen: string;
    charge: {
      citizen: {
        stands: Message<{ sum: string | number }>;
        runs: Message<{ sum: string | number }>;
        granted: Message<{ sum: string | number }>;
      };
      officer: {
        stands: Message<{ sum: string | number }>;
        runs: Message<{ sum: string | number }>;
        granted: Message<{ sum: string | number }>;
      };
    };
  };
  'case-life': {
    due: Message<{ day: string | number }>;
    paused: Message<{ day: string | number }>;
    overdue: Message<{ day: string | number }>;
    dayByDay: string;
    reasons: {
      zero: string;
      counted: Message<{ count: string | number }>;
      weekend: string;
      holiday: string;
      paused: string;
      carried: Message<{ not: string | number }>;
      mayBe: Message<{ name: string | number }>;
    };
    day: string;
    counts: string;
    whoHasIt: string;
    wrote: {
      officer: string;
      citizen: string;
    };
    whatYouCanDo: string;
    changed: string;
    version: string;
    files: {
      title: string;
      download: Message<{ number: string | number; type: string | number; kilobytes: string | number }>;
      saved: Message<{ count: number }>;
      care: string;
    };
    desk: {
      title: Message<{ reference: string | number }>;
      description: string;
      lede: Message<{ name: string | number }>;
      statuses: {
        'with-citizen': string;
        'to-be-paid': string;
      };
      resolutions: {
        withdrawn: string;
      };
      notYours: string;
      closed: string;
      who: string;
      identity: {
        none: string;
        withheld: string;
      };
      done: {
        'pass-on': string;
        acknowledge: string;
        ask: string;
        answer: string;
        extend: string;
        transfer: string;
        resolve: string;
        'not-urgent': string;
        'ask-charge': string;
        'charge-paid': string;
        grant: string;
        'grant-in-part': string;
        refuse: string;
        'no-record': string;
      };
      action: {
        'pass-on': string;
        acknowledge: string;
        ask: string;
        answer: string;
        extend: string;
        transfer: string;
        resolve: string;
        'not-urgent': string;
        'ask-charge': string;
        'charge-paid': string;
        grant: string;
        'grant-in-part': string;
        refuse: string;
        'no-record': string;
      };
      law: {
        extend: Message<{ length: string | number; section: string | number }>;
        extendNotice: Message<{ length: string | number }>;
        transfer: Message<{ length: string | number; section: string | number }>;
        transferTell: Message<{ length: string | number }>;
      };
    };
    citizen: {
      done: {
        'hand-in': string;
        message: string;
        reopen: string;
        rate: string;
        'next-rung': string;
        withdraw: string;
        'allow-publication': string;
        'end-publication': string;
      };
      action: {
        'hand-in': string;
        message: string;
        reopen: string;
        rate: string;
        'next-rung': string;
        withdraw: string;
        'allow-publication': string;
        'end-publication': string;
      };
      handInHint: Message<{ name: string | number }>;
      handInHintOffice: string;
      nextRungHint: string;
      keep: string;
      publishHint: string;
      unpublishHint: string;
    };
    letter: {
      print: string;
      hint: string;
      title: Message<{ name: string | number }>;
      description: string;
      howTo: {
        '1': string;
        '2': string;
        '3': string;
      };
      from: string;
      name: string;
      address: string;
      to: string;
      date: string;
      reference: string;
      intro: {
        complaint: string;
        compliment: string;
        suggestion: string;
        question: string;
        misconduct: string;
        'wrong-content': string;
        'information-request': string;
      };
      under: Message<{ law: string | number }>;
      files: Message<{ count: number }>;
      signature: string;
      office: string;
      stamp: string;
      receivedBy: string;
      besidesMail: string;
      alsoByMail: string;
      informationOfficer: string;
    };
    rating: {
      title: string;
      description: string;
      thanks: string;
      already: string;
      poor: string;
    };
    link: {
      title: string;
      unknown: string;
      later: string;
      expired: string;
    };
    data: {
      title: string;
      export: string;
      eraseIdentity: Message<{ files: number }>;
      filesToo: Message<{ files: number }>;
      eraseIdentityHint: string;
      eraseCase: string;
      eraseCaseHint: string;
      confirm: string;
      erased: string;
      caseErased: string;
      caseErasedText: string;
      kept: Message<{ months: string | number }>;
    };
    pausedForCharge: Message<{ day: string | number }>;
  };
  'case-mails': {
    honeypot: string;
    sealedFor: Message<{ name: string | number }>;
    sealedMail: string;
    identitySealed: string;
    yes: string;
    subject: Message<{ kind: string | number; reference: string | number; about: string | number }>;
    intro: {
      complaint: Message<{ agency: string | number; portal: string | number }>;
      compliment: Message<{ agency: string | number; portal: string | number }>;
      suggestion: Message<{ agency: string | number; portal: string | number }>;
      question: Message<{ agency: string | number; portal: string | number }>;
      misconduct: Message<{ agency: string | number; portal: string | number }>;
      'wrong-content': Message<{ agency: string | number; portal: string | number }>;
      'information-request': Message<{ agency: string | number; portal: string | number }>;
    };
    notToThem: Message<{ agency: string | number }>;
    files: Message<{ count: number }>;
    urgent: string;
    noAnswerDue: string;
    whyYou: Message<{ names: string | number }>;
    whyYouNotProved: Message<{ names: string | number }>;
    notProved: Message<{ names: string | number }>;
    notReleased: Message<{ names: string | number }>;
    whyYouNotReleased: Message<{ names: string | number }>;
    whyOperator: string;
    reference: string;
    received: string;
    agency: string;
    service: string;
    identityHeading: string;
    identityWithheld: string;
    identityNone: string;
    howToAnswer: Message<{ portal: string | number; reference: string | number }>;
    acknowledged: {
      complaint: Message<{ reference: string | number }>;
      compliment: Message<{ reference: string | number }>;
      suggestion: Message<{ reference: string | number }>;
      question: Message<{ reference: string | number }>;
      misconduct: Message<{ reference: string | number }>;
      'wrong-content': Message<{ reference: string | number }>;
      'information-request': Message<{ reference: string | number }>;
    };
    saved: {
      complaint: Message<{ agency: string | number }>;
      compliment: Message<{ agency: string | number }>;
      suggestion: Message<{ agency: string | number }>;
      question: Message<{ agency: string | number }>;
      misconduct: Message<{ agency: string | number }>;
      'wrong-content': Message<{ agency: string | number }>;
      'information-request': Message<{ agency: string | number }>;
    };
    keepThese: string;
    secret: string;
    goesTo: Message<{ name: string | number; email: string | number }>;
    goesToOperator: Message<{ name: string | number }>;
    follow: string;
    followWithout: Message<{ address: string | number }>;
    followTyped: Message<{ address: string | number }>;
    noAnswerNeeded: string;
    undeliverableSubject: Message<{ reference: string | number }>;
    undeliverableIntro: Message<{ name: string | number; addresses: string | number }>;
    passItOn: string;
    elsewhereToo: Message<{ email: string | number }>;
    reason: {
      refused: string;
      'gave-up': string;
    };
    reasonWithCode: {
      refused: Message<{ code: string | number }>;
      'gave-up': Message<{ code: string | number }>;
    };
  };
  cases: {
    home: string;
    whoReceives: string;
    goesToOperator: Message<{ name: string | number }>;
    passedOver: {
      'no-contact': Message<{ name: string | number }>;
      'no-email': Message<{ name: string | number }>;
      'not-proved': Message<{ name: string | number }>;
      'not-released': Message<{ name: string | number }>;
    };
    provedOnly: string;
    whichProved: string;
    nobodyReached: string;
    ratherCall: string;
    waysOf: Message<{ name: string | number }>;
    theirForm: string;
    asksFor: string;
    tollFree: string;
    promised: string;
    aboutYou: string;
    aboutYouHint: string;
    yes: string;
    sendKind: {
      complaint: string;
      compliment: string;
      suggestion: string;
      question: string;
      misconduct: string;
      'wrong-content': string;
      'information-request': string;
    };
    kindTitle: {
      complaint: Message<{ name: string | number }>;
      compliment: Message<{ name: string | number }>;
      suggestion: Message<{ name: string | number }>;
      question: Message<{ name: string | number }>;
      misconduct: Message<{ name: string | number }>;
      'wrong-content': Message<{ name: string | number }>;
      'information-request': Message<{ name: string | number }>;
    };
    kindLede: {
      complaint: string;
      compliment: string;
      suggestion: string;
      question: string;
      misconduct: string;
      'wrong-content': string;
      'information-request': string;
    };
    kind: string;
    feedbackTitle: Message<{ name: string | number }>;
    feedbackLede: string;
    reportTitle: Message<{ country: string | number }>;
    reportLede: string;
    continue: string;
    continueHint: string;
    checkTitle: string;
    checkLede: string;
    sendIt: string;
    filesHeading: string;
    removeFile: string;
    heldFiles: string;
    heldFilesHint: string;
    reportFilter: string;
    reportChoose: string;
    reportElsewhere: Message<{ name: string | number }>;
    nameless: string;
    namelessHint: string;
    throughPortal: string;
    receivedAt: Message<{ email: string | number }>;
    chooseBelow: string;
    theirOwn: string;
    theirOwnHint: string;
    sendHint: string;
    leaveEmpty: string;
    problemTitle: string;
    problemPrefix: string;
    problemIntro: string;
    failed: string;
    tooLarge: string;
    notAForm: string;
    chooseAgency: string;
    sentTitle: string;
    sentKind: Message<{ kind: string | number }>;
    sentDescription: string;
    reference: string;
    secret: string;
    next: string;
    nextForward: Message<{ name: string | number }>;
    nextAcknowledgement: {
      case: string;
      report: string;
    };
    nextIdentity: {
      none: string;
      withheld: string;
      shared: string;
    };
    nextFollow: string;
    openCase: string;
    savedUnseenTitle: string;
    savedUnseen: string;
    print: string;
    followTitle: string;
    followDescription: string;
    followLede: string;
    referenceHint: string;
    secretHint: string;
    show: string;
    notFound: string;
    triedTooOften: Message<{ minutes: number }>;
    caseTitle: Message<{ reference: string | number }>;
    caseDescription: string;
    about: string;
    status: string;
    statuses: {
      received: string;
      'with-body': string;
      'with-operator': string;
      'with-citizen': string;
      closed: string;
      'to-be-paid': string;
    };
    delivery: string;
    deliveries: {
      waiting: string;
      'with-operator': string;
      delivered: string;
      brought: string;
      failed: string;
    };
    resolution: string;
    resolutions: {
      open: string;
      withdrawn: string;
    };
    acknowledgement: string;
    acknowledgements: {
      none: string;
      waiting: string;
      sent: string;
      failed: string;
    };
    identity: string;
    review: string;
    timeline: string;
    yourWords: string;
    citizenWords: string;
    receivedKind: Message<{ kind: string | number; agency: string | number }>;
    received: Message<{ agency: string | number }>;
    forwarded: Message<{ name: string | number; email: string | number }>;
    acknowledged: string;
    deliveryFailed: {
      receiver: string;
      letter: string;
      citizen: string;
      operator: string;
    };
    smtpCode: Message<{ code: string | number }>;
  };
  'charter-page': {
    onThisPage: string;
    call: string;
    startOnline: string;
    unchecked: string;
    uncheckedAll: string;
    unknown: string;
    filter: string;
    filterNone: string;
    otherServices: string;
    redress: string;
    opensAfter: Message<{ length: string | number }>;
    opensByPortal: Message<{ length: string | number }>;
    opensThen: string;
    charterItself: string;
    stepFees: string;
    more: string;
  };
  charter: {
    promise: string;
    services: string;
    service: string;
    cost: string;
    time: string;
    bring: string;
    free: string;
    perContract: string;
    notStated: string;
    continuous: string;
    asAnnounced: string;
    from: Message<{ value: string | number }>;
    moreItems: Message<{ n: string | number }>;
    nothingStated: string;
    noContactKnown: string;
    standards: string;
    surveys: string;
    satisfied: Message<{ percent: string | number }>;
    rightsAndObligations: string;
    customerRights: string;
    customerObligations: string;
    identity: string;
    mandate: string;
    vision: string;
    mission: string;
    coreValues: string;
    coreFunctions: string;
    customers: string;
    legalBasis: string;
    peopleAndOffices: string;
    units: string;
    officers: string;
    offices: string;
    socialAccounts: string;
    contacts: string;
    complainAbout: Message<{ name: string | number }>;
    complainHere: string;
    serves: Message<{ places: string | number }>;
    complainService: string;
    fileWithin: Message<{ limit: string | number }>;
    decideWithin: Message<{ limit: string | number }>;
    answerTarget: string;
    withoutName: string;
    asksFor: string;
    information: string;
    informationAsk: Message<{ name: string | number }>;
    informationMore: Message<{ name: string | number }>;
    sourcesAndHistory: string;
    sources: string;
    history: string;
    writeElse: string;
    reportMisconduct: string;
    background: string;
    whatChanged: string;
    quality: string;
    poster: string;
    feed: Message<{ name: string | number }>;
    unknowns: string;
    unknownsIntro: string;
    noExtraPayment: string;
    nothingExtra: string;
    respondents: Message<{ n: string | number }>;
    map: string;
    readOn: Message<{ when: string | number }>;
    allReadOn: Message<{ when: string | number }>;
    agencyStatus: {
      renamed: string;
      merged: string;
      dissolved: string;
    };
    edition: string;
    scope: {
      integrated: string;
      local: string;
      'not-stated': string;
    };
    approved: string;
    effective: string;
    reviewDue: string;
    answersTo: string;
    website: string;
    portals: string;
    alsoKnown: string;
    notHandled: string;
    goTo: string;
    embed: string;
    embedIntro: string;
    embedIframe: string;
    embedElement: string;
    asOf: Message<{ when: string | number }>;
    confirmed: Message<{ when: string | number }>;
    undated: string;
    old: string;
    supersededBy: string;
    supersededSince: Message<{ since: string | number }>;
    sourcePublished: Message<{ when: string | number }>;
    anotherSourceSays: string;
    previously: string;
    until: Message<{ when: string | number }>;
    sinceDate: Message<{ when: string | number }>;
    verification: {
      official: string;
      'official-document': string;
      law: string;
      press: string;
      secondary: string;
      unverified: string;
    };
    agencyType: {
      ministry: string;
      department: string;
      commission: string;
      authority: string;
      service: string;
      court: string;
      police: string;
      county: string;
      university: string;
      hospital: string;
      utility: string;
      'examinations-body': string;
      fund: string;
      regulator: string;
      ombudsman: string;
      'anti-corruption-body': string;
      other: string;
    };
    officerRole: {
      'nodal-officer': string;
      'charter-desk': string;
      'foi-desk': string;
      'service-improvement-desk': string;
      'state-focal-officer': string;
      'department-desk-officer': string;
      'support-staff': string;
    };
    contactRole: {
      general: string;
      complaint: string;
      appeal: string;
      foi: string;
      corruption: string;
      oversight: string;
    };
    phoneKind: {
      voice: string;
      sms: string;
      ussd: string;
      whatsapp: string;
      fax: string;
    };
    tollFree: string;
    email: string;
    form: string;
    address: string;
    hours: string;
    unchecked: string;
    checkedOn: Message<{ when: string | number }>;
    checkFailed: string;
    costs: string;
    times: string;
    clockStarts: string;
    pauses: string;
    appliesTo: string;
    validFrom: Message<{ when: string | number }>;
    payAt: string;
    basis: string;
    optional: string;
    onlyFor: string;
    getItFrom: string;
    whereAndHow: string;
    start: string;
    steps: string;
    stepAgency: string;
    stepTime: string;
    stepFee: string;
    stepWho: string;
    stepTotal: string;
    whoMayApply: string;
    whoMayNot: string;
    whatYouGet: string;
    validity: string;
    deadlines: string;
    silence: string;
    remedy: string;
    goodToKnow: string;
    forms: string;
    class: string;
    classes: {
      simple: string;
      complex: string;
      'highly-technical': string;
    };
    audience: string;
    audiences: {
      citizens: string;
      residents: string;
      businesses: string;
      organisations: string;
      government: string;
      foreigners: string;
      diaspora: string;
    };
    channel: {
      online: string;
      'in-person': string;
      phone: string;
      sms: string;
      whatsapp: string;
      ussd: string;
      app: string;
      email: string;
      post: string;
      agent: string;
    };
    discontinued: string;
    suspended: string;
    elsewhere: string;
    replacedBy: string;
    otherServices: Message<{ name: string | number }>;
    notices: string;
    moreOn: string;
    stub: {
      title: string;
      text: Message<{ name: string | number }>;
      help: string;
      helpText: string;
      about: string;
      known: string;
      unreached: Message<{ name: string | number }>;
      unreachedAsk: string;
      firstStep: Message<{ name: string | number }>;
    };
    servesAreas: Message<{ areas: string | number }>;
    officesByRegion: Message<{ n: string | number }>;
  };
  deadline: {
    title: string;
    description: string;
    lede: string;
    country: string;
    kind: string;
    kinds: {
      request: string;
      limit: string;
    };
    received: string;
    receivedHint: string;
    at: string;
    atHint: string;
    urgent: string;
    amount: string;
    amountHint: string;
    unit: string;
    units: {
      days: string;
      'working-days': string;
      weeks: string;
      months: string;
      hours: string;
    };
    since: string;
    sinceHint: string;
    happened: {
      extended: string;
      'urgency-refused': string;
      transferred: string;
      'deposit-asked': string;
      'deposit-paid': string;
      'clarification-asked': string;
      clarified: string;
      granted: string;
      'fee-paid': string;
      refused: string;
      'internal-review-asked': string;
      'internal-review-refused': string;
      'commission-decided': string;
    };
    extendedDays: string;
    extendedDaysHint: Message<{ most: string | number }>;
    show: string;
    changeCountry: string;
    results: string;
    calendar: string;
    share: string;
    whoActs: Message<{ who: string | number }>;
    who: string;
    why: string;
    titles: {
      answer: string;
      'urgent-answer': string;
      transfer: string;
      'transfer-notice': string;
      'extension-notice': string;
      access: string;
    };
    window: Message<{ forum: string | number }>;
    decision: Message<{ forum: string | number }>;
    limitEnds: string;
    actors: {
      body: string;
      'second-body': string;
      citizen: string;
    };
    limit: Message<{ limit: string | number; section: string | number; day: string | number }>;
    plainLimit: Message<{ limit: string | number; day: string | number }>;
    extension: Message<{ n: number }>;
    shut: Message<{ closed: string | number; day: string | number }>;
    safe: Message<{ earliest: string | number; latest: string | number }>;
    late: Message<{ earliest: string | number; latest: string | number }>;
    countedBy: Message<{ law: string | number }>;
    stands: string;
    openings: {
      counting: string;
      feast: string;
      transfer: string;
      hour: string;
      start: string;
    };
    law: string;
    noLaw: Message<{ country: string | number }>;
    noHolidays: Message<{ country: string | number }>;
    filesAlone: string;
    link: string;
    problems: {
      day: string;
      before: string;
      time: string;
      amount: Message<{ most: string | number }>;
    };
  };
  'desk-beside': {
    title: string;
    lede: Message<{ name: string | number }>;
    own: string;
    others: string;
    none: string;
    cost: string;
    time: string;
    clock: string;
    papers: string;
    noPapers: string;
    complaint: string;
    noComplaint: string;
    morePapers: Message<{ n: number }>;
    choose: string;
    show: string;
  };
  'desk-body': {
    title: Message<{ name: string | number }>;
    lede: string;
    change: string;
    changeThis: Message<{ what: string | number }>;
    addFee: string;
    addTime: string;
    addContactIn: string;
    draftWaits: string;
    publicPage: string;
    openEditor: string;
    translate: string;
    toDo: string;
    handbook: string;
    upload: string;
    published: string;
    services: string;
    contacts: string;
    standards: string;
    noEmail: string;
    noPhone: string;
    ways: string;
    unknownBody: string;
  };
  'desk-brief': {
    title: string;
    lede: Message<{ name: string | number; month: string | number }>;
    made: Message<{ day: string | number }>;
    month: string;
    show: string;
    promised: string;
    promisedText: Message<{ n: number; cost: string | number; time: string | number }>;
    noStandards: string;
    cases: string;
    casesNote: string;
    none: string;
    kindHead: string;
    received: string;
    answered: string;
    inTime: string;
    late: string;
    waiting: string;
    kind: {
      complaint: string;
      question: string;
      suggestion: string;
      compliment: string;
      'information-request': string;
    };
    findings: string;
    open: Message<{ n: number }>;
    closed: string;
    came: string;
    nothingClosed: string;
    unknownBefore: string;
    old: string;
    oldCount: Message<{ n: number }>;
    charters: string;
    charter: string;
    review: string;
    lacking: string;
    oldHead: string;
    noReview: string;
    due: Message<{ due: string | number }>;
    overdue: Message<{ due: string | number }>;
    approved: Message<{ day: string | number }>;
    noLocal: string;
    print: string;
  };
  'desk-change': {
    fee: {
      changed: Message<{ about: string | number; from: string | number; to: string | number }>;
      kept: Message<{ about: string | number; value: string | number }>;
      added: Message<{ about: string | number; value: string | number }>;
      removed: Message<{ about: string | number; value: string | number }>;
    };
    time: {
      changed: Message<{ about: string | number; from: string | number; to: string | number }>;
      kept: Message<{ about: string | number; value: string | number }>;
      added: Message<{ about: string | number; value: string | number }>;
      removed: Message<{ about: string | number; value: string | number }>;
    };
    about: Message<{ label: string | number }>;
    from: Message<{ day: string | number }>;
    source: Message<{ source: string | number }>;
    sourceAsOf: Message<{ source: string | number; day: string | number }>;
    andSource: string;
    field: {
      changed: Message<{ field: string | number; from: string | number; to: string | number }>;
      set: Message<{ field: string | number; to: string | number }>;
      dropped: Message<{ field: string | number; from: string | number }>;
    };
    yes: string;
    no: string;
    wording: Message<{ fields: string | number }>;
    body: string;
    entryNew: string;
    entryGone: string;
    upload: Message<{ name: string | number }>;
    uploadRemoved: Message<{ name: string | number }>;
    translations: {
      line: Message<{ language: string | number; changes: string | number }>;
      added: Message<{ n: string | number }>;
      renewed: Message<{ n: string | number }>;
      removed: Message<{ n: string | number }>;
    };
    more: Message<{ n: string | number }>;
    nothing: string;
  };
  'desk-fields': {
    labels: {
      Account: string;
      Acronym: string;
      Address: string;
      Agency: string;
      Amount: string;
      'Answers for': string;
      'Applies to': string;
      'Approved by': string;
      'Approved on': string;
      'As of': string;
      'As per contract': string;
      'Asking this agency for information': string;
      'At least': string;
      'At most': string;
      Class: string;
      'Clock pauses': string;
      'Clock starts': string;
      'Closes at': string;
      'Complain within': string;
      'Confirmed on': string;
      'Conflicting figures': string;
      'Contact id': string;
      'Contact of this agency': string;
      Contacts: string;
      'Core functions': string;
      'Core values': string;
      Costs: string;
      Currency: string;
      Customers: string;
      'Customers’ obligations': string;
      'Customers’ rights': string;
      Date: string;
      Days: string;
      Deadline: string;
      'Deadlines and windows': string;
      'Decided within': string;
      'Desk officers': string;
      'E-mail addresses': string;
      'Earlier figures': string;
      'Edition of the charter': string;
      Evidence: string;
      'Evidence for name, status and parent': string;
      Fee: string;
      Field: string;
      'Fingerprint of the translated text': string;
      'Fixed amount': string;
      'For which jurisdictions': string;
      'For whom': string;
      Forms: string;
      Formula: string;
      Free: string;
      'Free of charge': string;
      'Free to call': string;
      From: string;
      'Further text': string;
      'General standards': string;
      'Get it at (web address)': string;
      'Get it from (agency)': string;
      'Get it through (service)': string;
      'Good to know': string;
      Head: string;
      'Held on': string;
      'Helpful but not required': string;
      Hours: string;
      'How it is worked out': string;
      'How long it is valid': string;
      'How long it takes': string;
      'How many': string;
      'How many answered': string;
      'If the promise is broken': string;
      'If you hear nothing': string;
      'In force from': string;
      'In one sentence': string;
      Item: string;
      Items: string;
      'Its own time for requests for information': string;
      Jurisdiction: string;
      Kind: string;
      'Kind of body': string;
      'Kind of promise': string;
      'Kind of source': string;
      Language: string;
      'Language of this charter': string;
      'Last checked on': string;
      Latitude: string;
      'Law or instrument': string;
      'Legal basis': string;
      Limit: string;
      Longitude: string;
      Mandate: string;
      Matter: string;
      Mission: string;
      Name: string;
      'Name and summary': string;
      'Name of the form': string;
      'Name of the office': string;
      'Name of the person': string;
      'Name of the service': string;
      'Name of the unit': string;
      Network: string;
      'Next review due': string;
      'No name is asked': string;
      'No-extra-payment notice': string;
      'Not known': string;
      'Not stated': string;
      'Not stated by any source': string;
      Note: string;
      'Note on the status': string;
      'Note on what to bring': string;
      Number: string;
      'Number or code': string;
      Offices: string;
      'Official name': string;
      'On public holidays': string;
      'Online portals': string;
      'Only for': string;
      'Opening hours': string;
      'Opening hours, day by day': string;
      'Opens at': string;
      Order: string;
      'Order in the charter': string;
      'Other agency': string;
      'Other and former names': string;
      'Part of': string;
      Per: string;
      'Popular names and search words': string;
      'Post or rank': string;
      'Postal or street address': string;
      'Promised answer': string;
      'Public key for reports (OpenPGP)': string;
      'Published on': string;
      'Published without being asked': string;
      'Rarely needed': string;
      'Read on': string;
      'Redress ladder': string;
      'Redress ladder of this service': string;
      Region: string;
      'Replaced by': string;
      'Responsible units': string;
      'Result of the last check': string;
      'Reviewed on': string;
      Role: string;
      'Satisfied, in per cent': string;
      Scope: string;
      'Service pledge': string;
      'Shown until': string;
      Since: string;
      'Social media': string;
      'Source id': string;
      Sources: string;
      'Start here': string;
      Status: string;
      Steps: string;
      Summary: string;
      Superseded: string;
      Survey: string;
      'Surveys of satisfaction': string;
      Target: string;
      Task: string;
      Tasks: string;
      'Telephone numbers': string;
      Text: string;
      'The charter itself': string;
      Time: string;
      'Time through this channel': string;
      Times: string;
      Title: string;
      Topic: string;
      Topics: string;
      Translation: string;
      'Translation of': string;
      Translations: string;
      Unit: string;
      Until: string;
      'Valid from': string;
      Verification: string;
      Vision: string;
      'Web address': string;
      'Web address of the results': string;
      'Web form or portal': string;
      Website: string;
      What: string;
      'What held before': string;
      'What is not known': string;
      'What is promised': string;
      'What it asks for': string;
      'What it costs': string;
      'What it does not handle': string;
      'What it is for': string;
      'What people come for': string;
      'What the agency does': string;
      'What the body is for': string;
      'What this source says': string;
      'What to bring': string;
      'What took its place': string;
      'What you do': string;
      'What you get': string;
      'Where and how': string;
      'Where it holds': string;
      'Where it is said': string;
      'Where it is stated': string;
      'Where or how': string;
      'Where to pay': string;
      'Which of its contacts': string;
      'Who answers': string;
      'Who answers for it': string;
      'Who handles it instead': string;
      'Who is responsible': string;
      'Who may apply': string;
      'Who may apply, and what to bring': string;
      'Who may not apply': string;
      'Words people use': string;
      'Worked out by a formula': string;
      'Written as': string;
      'a contact': string;
      'a cost': string;
      'a deadline': string;
      'a figure': string;
      'a form': string;
      'a law': string;
      'a matter': string;
      'a name': string;
      'a name or word': string;
      'a note': string;
      'a number': string;
      'a portal': string;
      'a rule': string;
      'a rung': string;
      'a source': string;
      'a standard': string;
      'a step': string;
      'a survey': string;
      'a thing': string;
      'a thing to bring': string;
      'a time': string;
      'a translation': string;
      'a unit': string;
      'a way': string;
      accounts: string;
      'an account': string;
      'an address': string;
      'an office': string;
      'an officer': string;
      laws: string;
      matters: string;
      notes: string;
      'rules on who may apply': string;
      'rules on who may not apply': string;
      rungs: string;
      'things not known': string;
      'things published': string;
      'things to bring': string;
      times: string;
      'ways to apply': string;
    };
    help: {
      'A fixed time needs a number and a unit. Choose not stated where no source tells.': string;
      'A short name for referring to this contact, for example servicom-desk.': string;
      'A short name used by the figures that cite this source, for example s1.': string;
      'A time that is not later is of the day after: 20:00 to 02:00.': string;
      'As far as it is known, for example "the price list of 10 May 2025; its price for this was not found".': string;
      'Eight characters that identify the text that was translated, so that a stale translation is seen.': string;
      'Figures are never translated; they come from the data.': string;
      'For a case with its own time, for example "emergency (medical)".': string;
      'For a service with several fees, for example "32 pages, 5 years".': string;
      'For example "2.75 % of gross pay, at least 300 shillings".': string;
      'For example "No requirement is stated".': string;
      'For example "a day" or "per name".': string;
      'For example "a scanned identity card". Said before somebody goes there.': string;
      'For example "after biometric capture".': string;
      'For example "closes 90 days before an election".': string;
      'For example "letters answered".': string;
      'For example "opening only" or "stored copy".': string;
      'For example "within 48 hours". Leave empty when the promise has no measure.': string;
      'For example "within 5 working days".': string;
      'For example @nigimmigration.': string;
      'For example X, Facebook, WhatsApp.': string;
      'For example sw for Kiswahili.': string;
      'For example telephone, letters, counter.': string;
      'For example the section of the Act, or "older guide".': string;
      'For numbers advertised as words, for example 0700-CALL-INEC.': string;
      'For the service as a whole and for what to bring.': string;
      'How long after the event one may still complain here.': string;
      'How long the body has to answer.': string;
      'Id of one of the contacts above.': string;
      'Id of the body to turn to next.': string;
      'Id of the guide that this one translates.': string;
      'Id of the service of this agency that took its place; of another agency as agency/service.': string;
      'Id of the thing in the information law of the country, for example classes-of-records.': string;
      'Ids from the agency’s list of sources.': string;
      'Ids from the charter’s list of sources.': string;
      'In any language: everyday words, slang, former names, common misspellings.': string;
      'In whole currency units, for example 100000 for one hundred thousand naira.': string;
      'Integrated: for the whole agency. Local: for one office or department.': string;
      'Leave empty to use the agency’s.': string;
      'Leave empty unless the promise is a range.': string;
      'Leave empty when it is not known.': string;
      'Names a citizen may still use, for example NHIF for SHA.': string;
      'Only when it differs from the service’s own evidence.': string;
      'Only when it differs from the service’s own time.': string;
      'Only where a source names days and times exactly. From these the page says whether the office is open now.': string;
      'Only where a source says so, or lists what is asked and a name is not among it. On the page for reports of bribes such ways come first.': string;
      'Only where the agency itself publishes it.': string;
      'Only where the agency itself publishes the name.': string;
      'Only where the body says another time than the information law of its country. It may be faster than the law, never slower; pages tell both.': string;
      'Only where what this figure stands on was replaced (a price list, a law, a page) and the new figure is not known. Every place that shows the figure then says so. Where the new figure is known, write that one and move this one to the earlier figures.': string;
      'Other figures found in other sources. The figure is then disputed: every place that shows it says so, and its page shows them side by side.': string;
      'Services with lower numbers come first.': string;
      'Simple, complex or highly technical, where the law sorts services so (Philippines, RA 11032).': string;
      'Surveys of citizens’ satisfaction that the agency has held and published.': string;
      'The address where the service begins.': string;
      'The agency’s own words against bribes and unofficial charges.': string;
      'The case in which it is needed, for example "under 18".': string;
      'The county, State or other region it is in, as it is called in content/places. Many offices are grouped by it.': string;
      'The date for which the source says this. Leave empty when it is not known; the page then says so.': string;
      'The date the source itself bears. Leave empty when it bears none; the page then says "undated".': string;
      'The day on which somebody last opened the source.': string;
      'The day on which somebody rang, wrote or opened it and got through.': string;
      'The day on which the office’s own desk said that it still holds. The charter desk fills it in with one tap; remove it when you write another figure.': string;
      'The first one is the promise; further ones are for special cases.': string;
      'The first one receives what citizens send through the portal.': string;
      'The number the citizen can hold the agency to.': string;
      'The office or post, for example "Solicitor-General / Accounting Officer".': string;
      'The post, and the name only where the agency publishes it.': string;
      'The promise in the agency’s charter, in a paragraph.': string;
      'The regulation, gazette notice or schedule that sets the fee.': string;
      'The unit or post responsible.': string;
      'Things a citizen would look for and that no source tells.': string;
      'What a citizen goes there for, in plain words.': string;
      'What is special to this agency; the Act itself is described once, in the jurisdiction.': string;
      'What people really say or type, in any language.': string;
      'What people really say, in any language, for example "passport office".': string;
      'What silence means in law or by the charter.': string;
      'What stops the clock, for example "while documents are missing".': string;
      'What the citizen gets, in plain words.': string;
      'What the citizen may claim.': string;
      'When the source gives only a number of officers.': string;
      'Where it is given, a report of misconduct to this desk is encrypted before it is stored and mailed; only the desk can open it. The desk must keep its private key: without it nobody can read a report.': string;
      'Where the things stand that the information law asks every body to publish.': string;
      'Where this figure comes from.': string;
      'Where to complain first, next and last. The jurisdiction’s own ladder follows after these.': string;
      'Which text this translates: a path such as name or requirements.0.what (lists count from 0), or body for the text under the fields of a charter.': string;
      'Who published it and what it is called.': string;
      'With the section where known.': string;
      'agency/service, for example npc/birth-certificate.': string;
      'apply: an ordinary service. complaint: it takes complaints about others. own-complaint: about this office. report: it takes word of a danger or a wrong. corruption-report: of bribes in any office. own-corruption-report: of bribes in this office. Only the first offers a complaint about itself.': string;
      'elsewhere: another body gives it, named under “Replaced by”; this page only leads there.': string;
    };
    choices: {
      active: string;
      agent: string;
      'anti-corruption-body': string;
      app: string;
      appeal: string;
      apply: string;
      'as-announced': string;
      authority: string;
      businesses: string;
      'charter-desk': string;
      citizens: string;
      closed: string;
      commission: string;
      complaint: string;
      complex: string;
      confirmed: string;
      continuous: string;
      corruption: string;
      'corruption-report': string;
      county: string;
      court: string;
      days: string;
      department: string;
      'department-desk-officer': string;
      diaspora: string;
      discontinued: string;
      elsewhere: string;
      email: string;
      'examinations-body': string;
      failed: string;
      fax: string;
      fixed: string;
      foi: string;
      'foi-desk': string;
      foreigners: string;
      friday: string;
      fund: string;
      general: string;
      government: string;
      'highly-technical': string;
      hospital: string;
      hours: string;
      'in-person': string;
      integrated: string;
      law: string;
      local: string;
      ministry: string;
      minutes: string;
      monday: string;
      months: string;
      'nodal-officer': string;
      'not-stated': string;
      official: string;
      'official-document': string;
      ombudsman: string;
      online: string;
      open: string;
      organisations: string;
      other: string;
      oversight: string;
      'own-complaint': string;
      'own-corruption-report': string;
      'per-contract': string;
      phone: string;
      police: string;
      post: string;
      press: string;
      regulator: string;
      report: string;
      residents: string;
      saturday: string;
      secondary: string;
      service: string;
      'service-improvement-desk': string;
      simple: string;
      sms: string;
      'state-focal-officer': string;
      sunday: string;
      'support-staff': string;
      suspended: string;
      thursday: string;
      tuesday: string;
      unchecked: string;
      university: string;
      unverified: string;
      ussd: string;
      utility: string;
      voice: string;
      wednesday: string;
      weeks: string;
      whatsapp: string;
      'working-days': string;
      years: string;
    };
    said: {
      item: Message<{ n: string | number }>;
      leftEmpty: Message<{ value: string | number }>;
      form: string;
    };
  };
  'desk-handbook': {
    title: string;
    lede: string;
    contents: string;
    next: string;
    all: string;
    do: string;
    examples: string;
    weak: string;
    strong: string;
    chapters: {
      promise: {
        title: string;
        lede: string;
        points: {
          '1': string;
          '2': string;
          '3': string;
          '4': string;
          '5': string;
        };
        pairs: {
          '1': {
            weak: string;
            strong: string;
          };
          '2': {
            weak: string;
            strong: string;
          };
        };
      };
      provisions: {
        title: string;
        lede: string;
        points: {
          '1': string;
          '2': string;
          '3': string;
          '4': string;
          '5': string;
          '6': string;
          '7': string;
        };
      };
      fees: {
        title: string;
        lede: string;
        points: {
          '1': string;
          '2': string;
          '3': string;
          '4': string;
          '5': string;
          '6': string;
        };
        pairs: {
          '1': {
            weak: string;
            strong: string;
          };
        };
      };
      times: {
        title: string;
        lede: string;
        points: {
          '1': string;
          '2': string;
          '3': string;
          '4': string;
          '5': string;
        };
      };
      requirements: {
        title: string;
        lede: string;
        points: {
          '1': string;
          '2': string;
          '3': string;
          '4': string;
        };
      };
      steps: {
        title: string;
        lede: string;
        points: {
          '1': string;
          '2': string;
          '3': string;
          '4': string;
        };
      };
      answers: {
        title: string;
        lede: string;
        points: {
          '1': string;
          '2': string;
          '3': string;
          '4': string;
        };
      };
      evidence: {
        title: string;
        lede: string;
        points: {
          '1': string;
          '2': string;
          '3': string;
          '4': string;
          '5': string;
        };
      };
      review: {
        title: string;
        lede: string;
        points: {
          '1': string;
          '2': string;
          '3': string;
          '4': string;
          '5': string;
        };
      };
      languages: {
        title: string;
        lede: string;
        points: {
          '1': string;
          '2': string;
          '3': string;
          '4': string;
        };
      };
    };
  };
  'desk-import': {
    title: string;
    lede: Message<{ name: string | number }>;
    kept: string;
    file: string;
    fileHint: string;
    which: string;
    newSource: string;
    whichHint: string;
    sourceTitle: string;
    sourceTitleHint: string;
    date: string;
    dateHint: string;
    kind: string;
    url: string;
    read: string;
    again: string;
    notRead: string;
    correct: string;
    chooseAgain: string;
    tooLarge: string;
    unreadable: string;
    unavailable: string;
    notYours: string;
    errors: {
      file: string;
      listed: string;
      title: string;
      date: string;
      kind: string;
      url: string;
    };
    foundTitle: Message<{ document: string | number }>;
    found: Message<{ services: number; left: number }>;
    source: string;
    listedAlready: Message<{ source: string | number }>;
    notListed: Message<{ source: string | number }>;
    addNow: string;
    addNowHint: string;
    addDraft: string;
    addDraftHint: string;
    draftOpen: string;
    services: string;
    charter: string;
    stateNew: string;
    stateChanged: string;
    stateSame: string;
    isDraft: string;
    here: string;
    inDocument: string;
    nothingHere: string;
    sourceOnly: string;
    tick: string;
    take: string;
    takeNew: string;
    firstSource: string;
    taken: Message<{ name: string | number }>;
    openInEditor: string;
    sourcePublished: string;
    sourceDrafted: string;
    notPlaced: string;
    notPlacedHint: string;
    toCheck: string;
    leftOut: string;
    nothing: string;
  };
  'desk-keep': {
    found: Message<{ when: string | number }>;
    after: string;
    back: string;
    putBack: string;
    throwAway: string;
    signedOut: string;
    sendAgain: string;
  };
  'desk-mails': {
    subject: {
      asked: Message<{ change: string | number }>;
      commented: Message<{ change: string | number }>;
      'sent-back': Message<{ change: string | number }>;
      approved: Message<{ change: string | number }>;
      failed: Message<{ change: string | number }>;
      published: Message<{ change: string | number }>;
    };
    asked: Message<{ name: string | number }>;
    commented: Message<{ name: string | number }>;
    sentBack: Message<{ name: string | number }>;
    approved: Message<{ name: string | number }>;
    approvedFrom: Message<{ name: string | number; day: string | number }>;
    failed: Message<{ name: string | number }>;
    published: Message<{ name: string | number }>;
    noChange: string;
    says: Message<{ name: string | number }>;
    reason: string;
    see: string;
    preview: string;
    from: Message<{ portal: string | number }>;
  };
  'desk-merge': {
    title: Message<{ entry: string | number }>;
    parked: string;
    see: string;
    lede: Message<{ who: string | number }>;
    ledeNoWho: string;
    onlyYou: Message<{ day: string | number }>;
    somebody: string;
    was: string;
    theirs: string;
    theirsBy: Message<{ who: string | number; when: string | number }>;
    mine: string;
    own: string;
    ownText: string;
    nothing: string;
    yes: string;
    no: string;
    whole: string;
    body: string;
    removed: string;
    restore: string;
    noContradiction: string;
    each: string;
    again: string;
    alsoMerged: string;
    theirChanges: string;
    myChanges: string;
    save: string;
    dropTitle: string;
    dropWhy: string;
    dropSure: string;
    choose: string;
    writeNumber: string;
    bothKept: Message<{ who: string | number; what: string | number }>;
  };
  'desk-preview': {
    note: Message<{ authors: string | number; until: string | number }>;
    title: string;
    dead: string;
    deadWhy: string;
    gone: string;
    seePage: string;
    invalid: string;
  };
  'desk-published': {
    title: string;
    notLive: string;
    live: string;
    seePage: string;
    problem: string;
    what: string;
    byAt: Message<{ name: string | number; day: string | number }>;
    undo: string;
    undoThis: Message<{ what: string | number }>;
    undoWhy: string;
    undoRefused: string;
    listTitle: Message<{ name: string | number }>;
    listLede: string;
    none: string;
    backToBody: string;
    allPublished: string;
  };
  'desk-reminder': {
    subject: Message<{ day: string | number; name: string | number }>;
    subjectPassed: Message<{ name: string | number }>;
    before: Message<{ name: string | number; day: string | number }>;
    today: Message<{ name: string | number }>;
    passed: Message<{ name: string | number; day: string | number }>;
    what: string;
    desk: string;
    from: Message<{ portal: string | number }>;
  };
  'desk-review': {
    title: string;
    lede: string;
    lists: {
      waiting: string;
      mine: string;
      dated: string;
      others: string;
    };
    none: {
      waiting: string;
      mine: string;
    };
    about: Message<{ name: string | number; standing: string | number; day: string | number }>;
    standing: {
      draft: string;
      waiting: string;
      approved: string;
      sentBack: string;
      dated: Message<{ day: string | number; name: string | number }>;
    };
    discarded: string;
    discardedIntro: string;
    discardedBy: Message<{ name: string | number; day: string | number }>;
    restore: string;
    by: Message<{ names: string | number }>;
    changes: string;
    noChange: string;
    fields: string;
    fieldsCount: Message<{ n: number }>;
    before: string;
    after: string;
    empty: string;
    uploads: Message<{ names: string | number }>;
    preview: string;
    openEditor: string;
    soFar: string;
    event: {
      asked: Message<{ name: string | number }>;
      commented: Message<{ name: string | number }>;
      'sent-back': Message<{ name: string | number }>;
      approved: Message<{ name: string | number }>;
      withdrawn: Message<{ name: string | number }>;
      failed: string;
      dated: Message<{ name: string | number; day: string | number }>;
    };
    words: string;
    wordsHint: string;
    ask: string;
    askHint: string;
    comment: string;
    decide: string;
    sendBack: string;
    approve: string;
    publish: string;
    date: string;
    dateHint: string;
    dateFigure: string;
    approveDated: string;
    withdraw: string;
    discard: string;
    discardSure: string;
    discardOwn: string;
    discardOther: Message<{ names: string | number }>;
    discardYes: string;
    keep: string;
    gone: string;
  };
  'desk-small-form': {
    title: string;
    add: string;
    asCitizensSee: string;
    draftOpened: Message<{ who: string | number }>;
    seeDraft: string;
    more: string;
    moreEvidence: string;
    forKinds: Message<{ kinds: string | number }>;
    otherKind: string;
    amountRefused: Message<{ typed: string | number; currency: string | number }>;
    numberRefused: Message<{ typed: string | number }>;
    evidence: string;
    evidenceHint: string;
    evidenceAsked: string;
    kept: Message<{ sources: string | number }>;
    ofEntry: Message<{ sources: string | number }>;
    office: string;
    officeHint: Message<{ title: string | number }>;
    noSource: string;
    otherSource: Message<{ n: number }>;
    olderSources: Message<{ n: number }>;
    newSource: string;
    newSourceHint: string;
    undated: string;
    asOfHint: string;
    dayHint: string;
    amountHint: string;
    linesHint: string;
    emailsHint: string;
    removeItem: string;
    another: string;
    publish: string;
    draft: string;
    aheadTitle: Message<{ day: string | number }>;
    aheadWhy: string;
    publishThen: Message<{ day: string | number }>;
    publishNow: string;
    removeTitle: string;
    removeWhy: string;
    remove: string;
    removeDraft: string;
    lists: {
      fees: string;
      processingTimes: string;
      deadlines: string;
      contacts: string;
      standards: string;
    };
    nothing: string;
    gone: string;
    currencyHint: string;
  };
  'desk-tasks': {
    next: string;
    nothing: string;
    more: Message<{ n: number }>;
    count: Message<{ n: number }>;
    missing: Message<{ provisions: string | number }>;
    elsewhere: Message<{ n: number }>;
    atCharter: string;
    change: string;
    fill: string;
    editor: string;
    translate: string;
    lookThrough: Message<{ n: string | number }>;
    openDraft: string;
    contactSilent: Message<{ title: string | number; day: string | number }>;
    contactSilentUndated: Message<{ title: string | number }>;
    superseded: {
      cost: Message<{ service: string | number; by: string | number }>;
      time: Message<{ service: string | number; by: string | number }>;
    };
    review: {
      overdue: Message<{ day: string | number }>;
      today: string;
      near: Message<{ n: number; day: string | number }>;
      fix: string;
      action: string;
    };
    draft: {
      draft: Message<{ name: string | number }>;
      pending_review: Message<{ name: string | number }>;
      pending_publish: Message<{ name: string | number }>;
    };
    notice: Message<{ slug: string | number }>;
    unconfirmed: Message<{ n: number }>;
    unchecked: Message<{ n: number }>;
    part: {
      fees: string;
      processingTimes: string;
      deadlines: string;
      whole: string;
      standards: string;
      informationRequests: string;
      noExtraPayment: string;
    };
    checked: Message<{ day: string | number }>;
    neverChecked: string;
    holds: string;
    holdsAbout: Message<{ what: string | number }>;
    notSo: string;
    answers: string;
    silent: string;
    allHold: Message<{ n: string | number }>;
    stillTrue: string;
    stillTrueLede: string;
    figures: string;
    contacts: string;
    contactsHint: string;
    allSeen: string;
    known: string;
    notSaved: string;
    summary: {
      caption: string;
      body: string;
      wrong: string;
      missing: string;
      age: string;
      drafts: string;
      lede: Message<{ n: string | number }>;
    };
    alsoHere: string;
    brief: string;
    published: string;
    beside: string;
  };
  'desk-translate': {
    title: string;
    lede: string;
    languages: string;
    otherLanguage: string;
    otherLanguageHint: string;
    open: string;
    progress: Message<{ translated: string | number; texts: number; stale: number }>;
    into: Message<{ language: string | number }>;
    bodies: string;
    shared: string;
    kinds: {
      charters: string;
      services: string;
      notices: string;
      topics: string;
      guides: string;
    };
    nothing: string;
    noLanguages: string;
    unspoken: Message<{ language: string | number }>;
    entryTitle: Message<{ name: string | number; language: string | number }>;
    fromTo: Message<{ from: string | number; into: string | number }>;
    citizenPage: string;
    backToList: string;
    drafted: Message<{ authors: string | number }>;
    show: string;
    filters: {
      open: Message<{ n: string | number }>;
      lacking: Message<{ n: string | number }>;
      all: Message<{ n: string | number }>;
    };
    allDone: string;
    noneLacking: string;
    partOf: Message<{ part: string | number; parts: string | number }>;
    parts: string;
    part: Message<{ n: string | number }>;
    bodyText: string;
    bodyHint: string;
    standing: {
      untranslated: string;
      stale: string;
      translated: string;
    };
    original: string;
    changed: string;
    gone: string;
    fresh: string;
    spacesOnly: string;
    formerUnknown: string;
    keep: string;
    lost: Message<{ parts: string | number }>;
    strange: Message<{ parts: string | number }>;
    translation: Message<{ language: string | number }>;
    use: Message<{ text: string | number }>;
    usedIn: Message<{ names: string | number }>;
    andMore: Message<{ names: string | number; n: number }>;
    stillRight: string;
    emptyRemoves: string;
    save: string;
    savePublish: string;
    saveReview: string;
    savedNote: string;
    saved: Message<{ n: number }>;
    savedLacking: Message<{ n: number }>;
    unpublished: string;
    problems: {
      'original-changed': string;
      'translated-meanwhile': Message<{ text: string | number }>;
      'removed-meanwhile': string;
      needed: string;
    };
    tooLarge: string;
  };
  desk: {
    title: string;
    description: string;
    doorLede: string;
    email: string;
    sendLink: string;
    sendAgain: string;
    linkSent: Message<{ minutes: string | number }>;
    asSample: Message<{ name: string | number }>;
    signedInAs: Message<{ name: string | number }>;
    sampleNote: string;
    draftsOnly: string;
    signOut: string;
    atHost: string;
    openEditor: string;
  };
  directory: {
    againstCorruption: string;
    find: string;
    bodies: Message<{ n: number }>;
    withServices: Message<{ bodies: number; services: number }>;
    allServices: Message<{ name: string | number }>;
    allBodies: string;
    letters: string;
    oneCountry: string;
    filter: string;
    otherCountries: string;
    charterHint: string;
    localHint: string;
    calendarHint: Message<{ n: number }>;
    factsHint: Message<{ currency: string | number; zone: string | number }>;
    factsTitle: string;
    limitOf: Message<{ class: string | number; limit: string | number }>;
    right: string;
    within: string;
    orUrgent: Message<{ limit: string | number }>;
    mayTakeMore: Message<{ limit: string | number }>;
    costs: string;
    mayAsk: string;
    ifNot: string;
    reviewWithin: Message<{ limit: string | number }>;
    courtWithin: Message<{ limit: string | number }>;
    limitsHint: Message<{ n: number }>;
    sections: Message<{ n: number }>;
    things: Message<{ n: number }>;
    gapsHint: Message<{ n: number }>;
    chooseHint: Message<{ n: number }>;
    andMore: Message<{ n: string | number }>;
    allOf: Message<{ name: string | number }>;
    charters: Message<{ n: number; score: string | number }>;
    howHint: string;
    stubsHint: Message<{ n: number }>;
    onlyWording: string;
  };
  doors: {
    report: string;
    make: string;
    start: {
      complaint: string;
      'own-complaint': string;
      report: string;
      'corruption-report': string;
      'own-corruption-report': string;
    };
    itself: string;
    itselfText: Message<{ agency: string | number }>;
    how: string;
    notActed: Message<{ agency: string | number }>;
  };
  dossier: {
    make: string;
    makeHint: string;
    door: string;
    doorOption: Message<{ kind: string | number; forum: string | number }>;
    add: string;
    addHint: string;
    title: Message<{ reference: string | number }>;
    description: string;
    print: string;
    howTo: {
      print: string;
      sign: string;
      send: string;
    };
    court: string;
    lawLanguage: Message<{ language: string | number }>;
    letter: {
      label: {
        'internal-review': string;
        commission: string;
        court: string;
      };
      subject: Message<{ label: string | number; body: string | number; law: string | number; section: string | number }>;
      head: string;
      asked: Message<{ body: string | number; law: string | number; day: string | number }>;
      askedWithoutDay: Message<{ body: string | number; law: string | number }>;
      words: string;
      why: {
        refused: Message<{ day: string | number }>;
        'given-in-part': Message<{ day: string | number }>;
        'no-record': Message<{ day: string | number }>;
      };
      silence: Message<{ day: string | number; section: string | number }>;
      cited: Message<{ sections: string | number }>;
      notCited: string;
      interest: Message<{ sections: string | number; count: number }>;
      added: string;
      wish: {
        'internal-review': Message<{ section: string | number }>;
        commission: Message<{ section: string | number }>;
        court: Message<{ section: string | number }>;
      };
      inTime: {
        'internal-review': Message<{ day: string | number; section: string | number }>;
        commission: Message<{ day: string | number; section: string | number }>;
        court: Message<{ day: string | number; section: string | number }>;
      };
      tooLate: {
        'internal-review': Message<{ day: string | number; section: string | number }>;
        commission: Message<{ day: string | number; section: string | number }>;
        court: Message<{ day: string | number; section: string | number }>;
      };
      decides: Message<{ length: string | number; section: string | number }>;
      alsoByMail: Message<{ day: string | number }>;
      enclosures: string;
      papers: Message<{ count: number }>;
      reviewed: string;
    };
    parts: {
      cover: string;
      timeline: string;
      counting: string;
      refusal: string;
      correspondence: string;
    };
    cover: {
      body: string;
      law: string;
      received: string;
      due: string;
      outcome: string;
      door: string;
      until: string;
      files: string;
    };
    time: {
      answer: string;
      window: Message<{ door: string | number }>;
      limit: Message<{ length: string | number; law: string | number; section: string | number }>;
      extended: Message<{ length: string | number }>;
      from: Message<{ day: string | number }>;
      ends: Message<{ day: string | number }>;
      endsOpen: Message<{ earliest: string | number; day: string | number }>;
    };
    request: string;
    file: Message<{ number: string | number; type: string | number; kilobytes: string | number }>;
    sealed: string;
    notOpen: Message<{ option: string | number; state: string | number }>;
    inShort: string;
  };
  durations: {
    minutes: Message<{ n: number; number: string | number }>;
    hours: Message<{ n: number; number: string | number }>;
    days: Message<{ n: number; number: string | number }>;
    'working-days': Message<{ n: number; number: string | number }>;
    weeks: Message<{ n: number; number: string | number }>;
    months: Message<{ n: number; number: string | number }>;
    years: Message<{ n: number; number: string | number }>;
    seconds: Message<{ number: string | number }>;
    sameDay: string;
    now: string;
    span: {
      minutes: Message<{ number: string | number }>;
      hours: Message<{ number: string | number }>;
      days: Message<{ number: string | number }>;
    };
  };
  duties: {
    title: string;
    titleOf: Message<{ year: string | number }>;
    description: string;
    lede: string;
    ledeOf: Message<{ agency: string | number }>;
    dueTo: Message<{ law: string | number; section: string | number; to: string | number }>;
    due: Message<{ day: string | number }>;
    left: Message<{ days: number }>;
    past: Message<{ days: number }>;
    year: string;
    show: string;
    section: string;
    heading: string;
    figure: string;
    soFar: string;
    choose: string;
    ownFigures: Message<{ agency: string | number }>;
    measures: {
      received: Message<{ count: string | number }>;
      processed: Message<{ count: string | number }>;
      granted: Message<{ count: string | number; part: string | number }>;
      'refused-with-grounds': Message<{ count: string | number; part: string | number; none: string | number }>;
      pending: Message<{ day: string | number; count: string | number }>;
      pendingDays: Message<{ days: number }>;
      'median-days': Message<{ days: number }>;
      'average-days': Message<{ days: number }>;
    };
    ground: Message<{ section: string | number; count: string | number }>;
    noDays: string;
    noGround: string;
    summaryOnly: string;
    noHeadings: string;
    notes: string;
    download: string;
    link: string;
    none: string;
    unknown: string;
    duty: string;
    states: {
      published: string;
      here: string;
      unknown: string;
    };
  };
  embed: {
    from: Message<{ portal: string | number }>;
  };
  emergency: {
    heading: string;
    title: Message<{ country: string | number }>;
    description: Message<{ country: string | number }>;
    lede: string;
    call: Message<{ number: string | number }>;
    generalOnly: string;
    byRegion: Message<{ level: 'State' | 'County' | 'other' }>;
    byRegionHint: Message<{ level: 'State' | 'County' | 'other'; number: string | number }>;
    ofRegions: Message<{ level: 'State' | 'County' | 'other'; n: number }>;
    noneInRegion: Message<{ region: string | number; number: string | number }>;
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
    confirmed: Message<{ day: string | number }>;
    undated: string;
    notDialled: string;
    readOn: Message<{ day: string | number }>;
    all: Message<{ country: string | number }>;
    line: string;
    noDanger: string;
    quiet: string;
    announced: Message<{ numbers: string | number }>;
    allNumbers: string;
  };
  evidence: {
    source: Message<{ n: string | number }>;
    sourceOf: Message<{ n: string | number; whose: string | number }>;
    with: Message<{ sources: string | number }>;
    old: string;
    most: Message<{ kind: string | number; when: string | number }>;
    aged: string;
    allAged: string;
    whence: Message<{ n: number }>;
  };
  fields: {
    submission: {
      kind: {
        label: string;
      };
      agency: {
        label: string;
        problems: {
          missing: string;
          invalid: string;
        };
      };
      service: {
        label: string;
        problems: {
          invalid: string;
        };
      };
      details: {
        label: string;
        help: string;
        problems: {
          missing: string;
          short: string;
          long: string;
        };
      };
      broken: {
        label: string;
        help: string;
        options: {
          'too-slow': string;
          'extra-money': string;
          'turned-away': string;
          rude: string;
          information: string;
          other: string;
        };
      };
      amountAsked: {
        label: string;
        help: string;
        problems: {
          invalid: string;
        };
      };
      happenedOn: {
        label: string;
        help: string;
        problems: {
          invalid: string;
          future: string;
        };
      };
      happenedUntil: {
        label: string;
        problems: {
          invalid: string;
          future: string;
          order: string;
        };
      };
      where: {
        label: string;
        help: string;
      };
      officer: {
        label: string;
        help: string;
      };
      wanted: {
        label: string;
      };
      files: {
        label: string;
        help: string;
      };
      language: {
        label: string;
        options: {
          en: string;
          sw: string;
        };
        problems: {
          invalid: string;
          missing: string;
        };
      };
      email: {
        label: string;
        help: string;
        problems: {
          invalid: string;
          long: string;
        };
      };
      name: {
        label: string;
      };
      phone: {
        label: string;
        problems: {
          invalid: string;
        };
      };
      shareIdentity: {
        label: string;
        help: string;
      };
    };
    kinds: {
      compliment: {
        details: {
          label: string;
          help: string;
          problems: {
            missing: string;
            short: string;
            long: string;
          };
        };
      };
      suggestion: {
        details: {
          label: string;
          help: string;
          problems: {
            missing: string;
            short: string;
            long: string;
          };
        };
      };
      question: {
        details: {
          label: string;
          help: string;
          problems: {
            missing: string;
            short: string;
            long: string;
          };
        };
      };
      misconduct: {
        details: {
          label: string;
          help: string;
          problems: {
            missing: string;
            short: string;
            long: string;
          };
        };
        moneyAsked: {
          label: string;
        };
        amountAsked: {
          label: string;
          help: string;
          problems: {
            invalid: string;
          };
        };
        shareIdentity: {
          label: string;
          help: string;
        };
      };
      'wrong-content': {
        where: {
          label: string;
          help: string;
        };
        details: {
          label: string;
          help: string;
          problems: {
            missing: string;
            short: string;
            long: string;
          };
        };
        wanted: {
          label: string;
          help: string;
        };
        shareIdentity: {
          label: string;
          help: string;
        };
      };
    };
    information: {
      period: {
        label: string;
        help: string;
      };
      access: {
        label: string;
        help: string;
        options: {
          file: string;
          inspection: string;
          paper: string;
        };
        problems: {
          invalid: string;
        };
      };
      urgent: {
        label: string;
        help: string;
      };
      details: {
        label: string;
        help: string;
        problems: {
          missing: string;
          short: string;
          long: string;
        };
      };
      shareIdentity: {
        label: string;
        help: string;
      };
      takenDown: {
        label: string;
        help: string;
        options: {
          helper: string;
          officer: string;
        };
        problems: {
          invalid: string;
        };
      };
      publish: {
        label: string;
        help: string;
      };
    };
    action: {
      question: {
        label: string;
        help: string;
      };
      answer: {
        label: string;
        help: string;
      };
      days: {
        label: string;
        help: string;
        problems: {
          invalid: string;
          missing: string;
        };
      };
      ground: {
        label: string;
        help: string;
      };
      agency: {
        label: string;
        problems: {
          missing: string;
          invalid: string;
        };
      };
      handedTo: {
        label: string;
        problems: {
          missing: string;
          invalid: string;
        };
      };
      handedOn: {
        label: string;
        help: string;
        problems: {
          missing: string;
          invalid: string;
        };
      };
      handedInOn: {
        label: string;
        help: string;
        problems: {
          missing: string;
          invalid: string;
        };
      };
      reason: {
        label: string;
        help: string;
      };
      outcome: {
        label: string;
        problems: {
          invalid: string;
          missing: string;
        };
      };
      done: {
        label: string;
        help: string;
      };
      message: {
        label: string;
        help: string;
        problems: {
          missing: string;
        };
      };
      stillWrong: {
        label: string;
        help: string;
        problems: {
          missing: string;
        };
      };
      citizenFiles: {
        label: string;
        help: string;
      };
      officerFiles: {
        label: string;
        help: string;
      };
      score: {
        label: string;
        options: {
          '1': string;
          '2': string;
          '3': string;
          '4': string;
          '5': string;
        };
        problems: {
          invalid: string;
          missing: string;
        };
      };
      remark: {
        label: string;
      };
      daysByLaw: {
        label: string;
        help: string;
        problems: {
          missing: string;
          invalid: string;
        };
      };
      lawGround: {
        label: string;
        problems: {
          missing: string;
          invalid: string;
        };
      };
      notUrgent: {
        label: string;
        help: string;
      };
      amount: {
        label: string;
        help: string;
        problems: {
          missing: string;
          invalid: string;
        };
      };
      charge: {
        label: string;
        help: string;
      };
      granted: {
        label: string;
        help: string;
      };
      withheld: {
        label: string;
        help: string;
      };
      sections: {
        label: string;
        help: string;
        problems: {
          missing: string;
          invalid: string;
        };
      };
      refused: {
        label: string;
        help: string;
      };
      noRecord: {
        label: string;
        help: string;
      };
    };
    addressProof: {
      address: {
        label: string;
        problems: {
          missing: string;
          invalid: string;
        };
      };
      code: {
        label: string;
        help: string;
        problems: {
          missing: string;
          short: string;
          long: string;
          invalid: string;
        };
      };
    };
    problems: {
      missing: Message<{ label: string | number }>;
      short: Message<{ label: string | number; limit: string | number }>;
      long: Message<{ label: string | number; limit: string | number }>;
      invalid: Message<{ label: string | number }>;
      letters: Message<{ label: string | number }>;
      future: Message<{ label: string | number }>;
      order: Message<{ label: string | number }>;
    };
    publication: {
      words: {
        label: string;
        help: string;
        problems: {
          missing: string;
          short: string;
          long: string;
        };
      };
      answer: {
        label: string;
        help: string;
        problems: {
          long: string;
        };
      };
      sure: {
        label: string;
        problems: {
          missing: string;
          invalid: string;
        };
      };
      reason: {
        label: string;
        help: string;
        problems: {
          missing: string;
          short: string;
          long: string;
        };
      };
    };
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
  forms: {
    step: Message<{ step: string | number; count: string | number }>;
    stepNamed: Message<{ step: string | number; count: string | number; name: string | number }>;
    titleWithStep: Message<{ title: string | number; step: string | number; count: string | number }>;
    names: {
      what: string;
      details: string;
      request: string;
      you: string;
      youAndFiles: string;
    };
    optional: string;
    back: string;
    change: string;
    backToCheck: string;
    nothingAnswered: string;
    safely: string;
    namelessWays: string;
    day: string;
    month: string;
    year: string;
    request: {
      title: string;
      hint: string;
      opening: string;
      period: Message<{ period: string | number }>;
      access: {
        file: string;
        inspection: string;
        paper: string;
      };
      urgent: string;
      takenDown: {
        helper: string;
        officer: string;
      };
    };
    gone: {
      title: string;
      sent: string;
      notSent: string;
    };
  };
  guard: {
    wait: Message<{ seconds: string | number }>;
    later: Message<{ minutes: number }>;
    working: string;
    ready: string;
  };
  history: {
    agencyTitle: Message<{ name: string | number }>;
    agencyLede: Message<{ name: string | number }>;
    allTitle: string;
    allLede: string;
    subscribe: string;
    feedTitle: Message<{ portal: string | number }>;
    agencyFeedTitle: Message<{ name: string | number; portal: string | number }>;
    nothing: string;
    since: Message<{ day: string | number }>;
    unavailable: string;
    before: string;
    beforeIntro: string;
    more: Message<{ n: number }>;
    allChanges: string;
    newest: Message<{ n: string | number }>;
    figure: {
      cost: string;
      time: string;
      deadline: string;
    };
    about: Message<{ label: string | number }>;
    feeUp: Message<{ about: string | number; from: string | number; to: string | number }>;
    feeDown: Message<{ about: string | number; from: string | number; to: string | number }>;
    feeOther: Message<{ about: string | number; from: string | number; to: string | number }>;
    feeMarks: Message<{ about: string | number; to: string | number; from: string | number }>;
    feeAdded: Message<{ about: string | number; value: string | number }>;
    feeRemoved: Message<{ about: string | number; value: string | number }>;
    timeUp: Message<{ about: string | number; from: string | number; to: string | number }>;
    timeDown: Message<{ about: string | number; from: string | number; to: string | number }>;
    timeOther: Message<{ about: string | number; from: string | number; to: string | number }>;
    timeMarks: Message<{ about: string | number; to: string | number; from: string | number }>;
    timeAdded: Message<{ about: string | number; value: string | number }>;
    timeRemoved: Message<{ about: string | number; value: string | number }>;
    feeKind: {
      free: string;
      'per-contract': string;
      'not-stated': string;
    };
    timeKind: {
      continuous: string;
      'per-contract': string;
      'as-announced': string;
      'not-stated': string;
    };
    requirementAdded: Message<{ what: string | number }>;
    requirementRemoved: Message<{ what: string | number }>;
    requirementReworded: Message<{ from: string | number; to: string | number }>;
    requirementOptional: Message<{ what: string | number }>;
    requirementRequired: Message<{ what: string | number }>;
    renamed: Message<{ from: string | number; to: string | number }>;
    moved: string;
    redressNone: string;
    redressChanged: string;
    redressCount: Message<{ to: string | number; from: string | number }>;
    serviceAdded: string;
    serviceRemoved: string;
    serviceStatus: {
      active: string;
      suspended: string;
      discontinued: string;
      elsewhere: string;
    };
    charterPublished: Message<{ services: number }>;
    charterWithdrawn: string;
    charterStatus: {
      active: string;
      renamed: string;
      merged: string;
      dissolved: string;
    };
    contactAdded: Message<{ title: string | number }>;
    contactRemoved: Message<{ title: string | number }>;
    contactDetails: Message<{ title: string | number; details: string | number }>;
    confirmed: Message<{ n: number; day: string | number }>;
    contactAnswers: Message<{ title: string | number; day: string | number }>;
    contactSilent: Message<{ title: string | number; day: string | number }>;
    detail: {
      email: string;
      phone: string;
      address: string;
      form: string;
      person: string;
      title: string;
      role: string;
      answer: string;
    };
    reviewMoved: Message<{ from: string | number; to: string | number }>;
    reviewSet: Message<{ to: string | number }>;
    reviewDropped: string;
    standardAdded: Message<{ metric: string | number }>;
    standardRemoved: Message<{ metric: string | number }>;
    standardChanged: Message<{ metric: string | number; from: string | number; to: string | number }>;
    noTarget: string;
    wording: Message<{ areas: string | number }>;
    sourcesOnly: string;
    charterArea: {
      names: string;
      about: string;
      identity: string;
      standards: string;
      rights: string;
      'legal-basis': string;
      edition: string;
      people: string;
      contacts: string;
      offices: string;
      redress: string;
      information: string;
      unknowns: string;
      sources: string;
      translations: string;
      text: string;
    };
    serviceArea: {
      about: string;
      audience: string;
      result: string;
      requirements: string;
      fees: string;
      times: string;
      deadlines: string;
      where: string;
      steps: string;
      remedy: string;
      redress: string;
      notes: string;
      sources: string;
      translations: string;
    };
  };
  home: {
    problems: string;
    topics: string;
  };
  'keep-case': {
    title: string;
    opens: string;
    onlyOnce: string;
    mailed: string;
    report: string;
    shared: string;
    copy: string;
    copied: string;
    notCopied: string;
    sms: string;
    whatsapp: string;
    messageHint: string;
    file: string;
    printIt: string;
    message: Message<{ reference: string | number; secret: string | number; address: string | number }>;
    fileText: Message<{ portal: string | number; reference: string | number; secret: string | number; address: string | number }>;
  };
  'kind-names': {
    complaint: string;
    compliment: string;
    suggestion: string;
    question: string;
    misconduct: string;
    'wrong-content': string;
    'information-request': string;
  };
  letters: {
    subject: Message<{ reference: string | number; about: string | number }>;
    citizen: {
      acknowledged: string;
      asked: string;
      answered: string;
      extended: string;
      transferred: string;
      resolved: string;
      escalated: string;
      'ladder-ended': string;
      'passed-on': string;
      'urgency-refused': string;
      'charge-asked': string;
      'charge-paid': string;
      published: string;
      'publication-refused': string;
    };
    officer: {
      handedOver: string;
      message: string;
      reopened: string;
      withdrawn: string;
      'passed-on': string;
      reminded: string;
      escalated: string;
      resolved: string;
    };
    operator: {
      undeliverable: string;
      'ladder-ended': string;
    };
    follow: string;
    reopen: string;
    review: string;
    rate: string;
    question: string;
    act: string;
    actUntil: Message<{ day: string | number }>;
    due: Message<{ day: string | number }>;
    passOn: Message<{ name: string | number }>;
    sayWhen: string;
    letter: string;
    stillMay: string;
    history: string;
    handedOver: {
      transferred: Message<{ agency: string | number }>;
      escalated: string;
    };
    undeliverable: Message<{ name: string | number; addresses: string | number }>;
    operatorAct: string;
    reply: Message<{ portal: string | number; reference: string | number }>;
    questionClockRuns: string;
    published: string;
  };
  lists: {
    homeTitle: string;
    homeLede: string;
    browseCountries: string;
    countOf: Message<{ agencies: number; services: number }>;
    agenciesTitle: string;
    agenciesLede: string;
    filterCountry: string;
    filterKind: string;
    all: string;
    countriesTitle: string;
    countriesLede: string;
    topicsTitle: string;
    topicsLede: string;
    topicEmpty: string;
    lawAndRights: string;
    charterRule: string;
    charterContents: string;
    oversight: string;
    antiCorruption: string;
    nationalOnly: string;
    sendsBack: string;
    holidays: string;
    holidaysDeclared: string;
    weekend: string;
    publicHoliday: string;
    counting: {
      title: string;
      excluded: Message<{ days: string | number; law: string | number }>;
      uncertain: Message<{ days: string | number }>;
      short: Message<{ limit: string | number }>;
    };
    howItWorks: string;
    howSteps: {
      '1': string;
      '2': string;
      '3': string;
      '4': string;
    };
    weekdays: {
      monday: string;
      tuesday: string;
      wednesday: string;
      thursday: string;
      friday: string;
      saturday: string;
      sunday: string;
    };
    easter: string;
    beforeEaster: Message<{ days: number }>;
    afterEaster: Message<{ days: number }>;
    nthWeekday: Message<{ nth: number; day: string | number; month: string | number }>;
    ifSunday: string;
    currency: string;
    languages: string;
    timeZone: string;
    callingCode: string;
    kept: string;
    classLimits: string;
    localMatters: string;
    localMattersText: string;
    feasts: string;
    feastExpected: Message<{ from: string | number; until: string | number }>;
    feastExpectedOn: Message<{ from: string | number }>;
    feastDays: Message<{ days: number }>;
    inPlaceOf: Message<{ day: string | number }>;
  };
  mail: {
    demonstration: string;
    redirected: Message<{ address: string | number }>;
  };
  marks: {
    superseded: string;
    disputed: string;
    old: string;
  };
  offices: {
    open: Message<{ time: string | number }>;
    always: string;
    closed: Message<{ day: string | number; time: string | number }>;
    holiday: string;
    holidayClosed: string;
    region: string;
    all: string;
    nearest: string;
    nowhere: string;
    away: Message<{ km: string | number }>;
  };
  outcomes: {
    remedied: string;
    'partly-remedied': string;
    'not-upheld': string;
    answered: string;
    'taken-up': string;
    noted: string;
    given: string;
    'given-in-part': string;
    refused: string;
    'no-record': string;
  };
  'own-letter': {
    lede: string;
    notice: string;
    byMail: string;
    mailLink: Message<{ email: string | number }>;
    mailHint: string;
    showsSender: string;
    byLetter: string;
    printHint: string;
    yourName: string;
    searchNeedsScript: string;
  };
  phone: {
    title: string;
    lede: string;
    withoutScript: string;
    agencies: string;
    noAgencies: string;
    row: Message<{ day: string | number; pages: string | number }>;
    remove: string;
    unsent: string;
    unsentLede: string;
    typedOn: Message<{ day: string | number }>;
    filesToChoose: string;
    send: string;
    discard: string;
    forget: string;
    forgetHint: string;
    forgotten: string;
    notForgotten: string;
    keep: string;
    keepAgain: string;
    keepHint: string;
    working: Message<{ done: string | number; pages: string | number }>;
    kept: Message<{ day: string | number }>;
    noRoom: string;
    noLine: string;
    notHere: string;
    keptNotice: Message<{ day: string | number }>;
    noLineNotice: string;
    unsentNotice: string;
    formKept: string;
    formNotKept: string;
    reportNotKept: string;
    keepReport: string;
    moneyNotKept: string;
    keepMoney: string;
    privacy: string;
    privacyLede: string;
    privacyForget: string;
  };
  poster: {
    title: string;
    titleOf: Message<{ agency: string | number }>;
    kicker: Message<{ country: string | number }>;
    hint: string;
    service: string;
    youPay: string;
    itTakes: string;
    bring: string;
    seePage: string;
    more: Message<{ n: number }>;
    noServices: string;
    receipt: string;
    report: string;
    complain: string;
    first: string;
    next: string;
    free: string;
    noContact: string;
    noDesk: string;
    scan: string;
    page: string;
    qrLabel: Message<{ url: string | number }>;
    asOf: Message<{ to: string | number }>;
    asOfRange: Message<{ from: string | number; to: string | number }>;
    allConfirmed: Message<{ day: string | number }>;
    someConfirmed: Message<{ day: string | number }>;
    someUndated: string;
    allUndated: string;
    marked: string;
    made: Message<{ when: string | number }>;
  };
  privacy: {
    retention: string;
    retentionIntro: string;
    months: Message<{ country: string | number; months: string | number }>;
  };
  'quality-rules': {
    standards: {
      title: string;
      lacks: string;
      fix: string;
    };
    'who-may-apply': {
      title: string;
      lacks: string;
      fix: string;
    };
    output: {
      title: string;
      lacks: string;
      fix: string;
    };
    requirements: {
      title: string;
      lacks: string;
      fix: string;
    };
    rights: {
      title: string;
      lacks: string;
      fix: string;
    };
    'fees-stated': {
      title: string;
      lacks: string;
      fix: string;
    };
    'fee-currency': {
      title: string;
      lacks: string;
      fix: string;
    };
    'fee-basis': {
      title: string;
      lacks: string;
      fix: string;
    };
    'fee-sum': {
      title: string;
      lacks: Message<{ found: string | number; limit: string | number }>;
      fix: string;
    };
    'no-extra-payment': {
      title: string;
      lacks: string;
      fix: string;
    };
    'time-stated': {
      title: string;
      lacks: string;
      fix: string;
    };
    'clock-start': {
      title: string;
      lacks: string;
      fix: string;
    };
    letters: {
      title: string;
      lacks: string;
      fix: string;
    };
    'steps-total': {
      title: string;
      lacks: Message<{ foundTime: string | number; limitTime: string | number }>;
      fix: string;
    };
    'class-stated': {
      title: string;
      lacks: string;
      fix: string;
    };
    'class-limit': {
      title: string;
      lacks: Message<{ foundTime: string | number; limitTime: string | number }>;
      fix: string;
    };
    'survey-published': {
      title: string;
      lacks: string;
      fix: string;
    };
    'complaint-official': {
      title: string;
      lacks: string;
      fix: string;
    };
    'complaint-reachable': {
      title: string;
      lacks: string;
      fix: string;
    };
    'complaint-answer-time': {
      title: string;
      lacks: string;
      fix: string;
    };
    'next-rung': {
      title: string;
      lacks: string;
      fix: string;
    };
    remedy: {
      title: string;
      lacks: string;
      fix: string;
    };
    'contacts-checked': {
      title: string;
      lacks: Message<{ name: string | number }>;
      lacksLately: Message<{ name: string | number; date: string | number }>;
      fix: string;
    };
    where: {
      title: string;
      lacks: string;
      fix: string;
    };
    offices: {
      title: string;
      lacks: string;
      fix: string;
    };
    'edition-date': {
      title: string;
      lacks: string;
      fix: string;
    };
    review: {
      title: string;
      lacks: string;
      lacksLately: Message<{ date: string | number }>;
      fix: string;
    };
    responsible: {
      title: string;
      lacks: string;
      fix: string;
    };
    'requirement-source': {
      title: string;
      lacks: string;
      fix: string;
    };
    steps: {
      title: string;
      lacks: string;
      fix: string;
    };
    'information-desk': {
      title: string;
      lacks: string;
      fix: string;
    };
    'legal-basis': {
      title: string;
      lacks: string;
      fix: string;
    };
    identity: {
      title: string;
      lacks: string;
      fix: string;
    };
    obligations: {
      title: string;
      lacks: string;
      fix: string;
    };
    sourced: {
      title: string;
      lacks: Message<{ count: number }>;
      fix: string;
    };
    'official-source': {
      title: string;
      lacks: Message<{ count: number }>;
      fix: string;
    };
    dated: {
      title: string;
      lacks: Message<{ count: number }>;
      fix: string;
    };
    fresh: {
      title: string;
      lacks: Message<{ count: number }>;
      fix: string;
    };
    conflicts: {
      title: string;
      lacks: string;
      fix: string;
    };
    references: {
      title: string;
      lacks: Message<{ name: string | number }>;
      fix: string;
    };
    translated: {
      title: string;
      lacks: Message<{ language: string | number }>;
      fix: string;
    };
    'translation-stale': {
      title: string;
      lacks: Message<{ name: string | number; language: string | number }>;
      fix: string;
    };
  };
  quality: {
    title: string;
    lede: string;
    notTheAgency: string;
    demonstration: string;
    howTitle: string;
    how: {
      '1': string;
      '2': string;
      '3': string;
      '4': string;
      '5': string;
    };
    provisionsNote: string;
    countryLink: string;
    figuresTitle: string;
    totals: Message<{ agencies: string | number; services: string | number; figures: string | number }>;
    withSource: Message<{ n: string | number; share: string | number }>;
    undated: Message<{ n: string | number; share: string | number }>;
    stale: Message<{ n: string | number; share: string | number }>;
    made: Message<{ when: string | number }>;
    byCountry: string;
    agency: string;
    score: string;
    outOf: Message<{ score: string | number }>;
    oldFigures: string;
    someOf: Message<{ part: string | number; whole: string | number }>;
    reviewDue: string;
    overdue: Message<{ when: string | number }>;
    notStated: string;
    agencyTitle: Message<{ name: string | number }>;
    toCharter: string;
    nextFixes: string;
    noFixes: string;
    fixesIntro: string;
    gain: Message<{ all: string | number }>;
    gainEach: Message<{ all: string | number; each: string | number }>;
    where: string;
    inCharter: string;
    andMore: Message<{ n: string | number }>;
    freshness: string;
    approved: string;
    effective: string;
    newestFigure: string;
    figures: string;
    withSourceLabel: string;
    undatedLabel: string;
    ruleByRule: string;
    arithmetic: Message<{ earned: string | number; possible: string | number; score: string | number }>;
    rule: string;
    weight: string;
    passed: string;
    points: string;
    waiting: Message<{ n: number }>;
    gaps: Message<{ n: number }>;
    fix: string;
    subtotal: Message<{ earned: string | number; possible: string | number }>;
    nothingApplies: string;
    displayNote: string;
    provision: {
      service: string;
      entitlements: string;
      fees: string;
      times: string;
      complaints: string;
      display: string;
      surveys: string;
      union: string;
    };
    stubs: string;
    stubsText: string;
    notGraded: string;
  };
  receipt: {
    promise: string;
    costs: string;
    takes: string;
    bring: string;
    answers: string;
    noDesk: string;
    above: string;
    costUnknown: string;
    timeUnknown: string;
    bringUnknown: string;
    confirmed: Message<{ when: string | number }>;
    stamp: {
      published: string;
      old: string;
      disputed: string;
      superseded: string;
      ask: string;
      none: string;
    };
  };
  receipts: {
    inMail: Message<{ day: string | number; head: string | number; address: string | number }>;
    offer: {
      title: string;
      text: string;
      noSecret: string;
      report: string;
      save: string;
      see: string;
      qr: string;
      qrHint: string;
      check: string;
    };
    page: {
      title: Message<{ reference: string | number }>;
      description: string;
      words: string;
      wordsHint: string;
      wordsSealed: string;
      none: string;
      listTitle: string;
      listText: string;
      list: string;
      listed: Message<{ day: string | number }>;
      back: string;
    };
    check: {
      title: string;
      description: string;
      lede: string;
      inBrowser: string;
      withoutScript: string;
      receipt: string;
      receiptHint: string;
      file: string;
      check: string;
      result: string;
      signature: {
        valid: string;
        'valid-by-earlier-key': string;
        altered: string;
        'unknown-key': string;
        'other-portal': string;
        unreadable: string;
        'no-crypto': string;
      };
      chain: {
        'in-chain': string;
        erased: string;
        'day-open': string;
        missing: string;
        'chain-differs': string;
        'not-listed': string;
        'not-asked': string;
      };
      facts: {
        portal: string;
        body: string;
        kind: string;
        reference: string;
        received: string;
        term: string;
        law: string;
        due: string;
        day: string;
        previous: string;
      };
      units: {
        minutes: string;
        hours: string;
        days: string;
        'working-days': string;
        weeks: string;
        months: string;
        years: string;
      };
      words: {
        title: string;
        label: string;
        hint: string;
        check: string;
        same: string;
        different: string;
      };
      chainTitle: string;
      newest: Message<{ day: string | number }>;
      none: string;
      writeDown: string;
      dayFile: string;
      keys: string;
      pem: Message<{ key: string | number }>;
    };
  };
  'request-answer': {
    title: {
      refused: string;
      'given-in-part': string;
      'no-record': string;
      silence: string;
    };
    restsOn: string;
    noSection: string;
    gone: string;
    publicInterest: {
      yes: string;
      no: string;
      unknown: string;
    };
    withheld: string;
    silence: string;
    doors: string;
    kind: {
      'internal-review': string;
      commission: string;
      court: string;
    };
    later: {
      'internal-review': string;
      commission: string;
    };
    directFor: Message<{ what: string | number }>;
    until: Message<{ day: string | number; section: string | number }>;
    untilOpen: Message<{ day: string | number; section: string | number; later: string | number }>;
    over: Message<{ day: string | number; section: string | number }>;
    within: Message<{ length: string | number; section: string | number }>;
    noLimit: Message<{ section: string | number }>;
    extendable: string;
    decides: Message<{ length: string | number }>;
    wholeLaw: string;
    accessBy: Message<{ day: string | number; section: string | number }>;
    outcome: {
      refused: string;
      'given-in-part': string;
      'no-record': string;
      silence: string;
    };
    office: string;
    state: {
      open: string;
      later: string;
      closed: string;
    };
    afterRefusal: string;
    mustSay: string;
    counted: string;
    silentThere: string;
    charter: string;
    more: string;
  };
  requests: {
    title: string;
    titleOf: Message<{ agency: string | number }>;
    description: string;
    lede: string;
    none: string;
    count: Message<{ total: number }>;
    figures: Message<{ agency: string | number; received: string | number; answered: string | number; inTime: string | number; silence: string | number }>;
    figuresNote: string;
    feed: string;
    all: string;
    ask: string;
    askAgain: string;
    askHere: string;
    newer: string;
    older: string;
    pages: string;
    page: Message<{ number: string | number; count: string | number }>;
    asked: string;
    state: string;
    due: string;
    lawDue: Message<{ day: string | number }>;
    section: Message<{ sections: string | number }>;
    tookOf: Message<{ taken: string | number; limit: string | number }>;
    since: Message<{ length: string | number }>;
    words: string;
    answer: string;
    answerWaits: string;
    noAnswer: string;
    timeline: string;
    reviewed: Message<{ day: string | number }>;
    requestTo: Message<{ agency: string | number }>;
    feedTitle: Message<{ portal: string | number }>;
    feedTitleOf: Message<{ portal: string | number; agency: string | number }>;
    entry: Message<{ agency: string | number; words: string | number }>;
    link: string;
    linkAll: string;
    published: string;
    states: {
      waiting: string;
      overdue: string;
      answered: string;
      remedied: string;
      'partly-remedied': string;
      'not-upheld': string;
      'taken-up': string;
      noted: string;
      given: string;
      'given-in-part': string;
      refused: string;
      'no-record': string;
      withdrawn: string;
    };
    gone: {
      title: string;
      text: string;
      list: string;
    };
    alike: {
      title: string;
      answered: string;
      asked: string;
      sendAnyway: string;
    };
    case: {
      title: string;
      waiting: string;
      published: string;
      refused: string;
    };
    consent: {
      given: string;
      not: string;
    };
    review: {
      title: Message<{ reference: string | number }>;
      description: string;
      lede: Message<{ agency: string | number }>;
      found: string;
      kinds: {
        email: string;
        number: string;
        name: string;
      };
      others: string;
      publish: string;
      refuse: string;
      original: string;
      answerOriginal: string;
      noAnswer: string;
      done: {
        publish: string;
        refuse: string;
      };
      open: string;
      ended: string;
      changed: string;
    };
    mail: {
      subject: Message<{ reference: string | number }>;
      asked: Message<{ agency: string | number }>;
      answered: Message<{ agency: string | number }>;
      nothingBefore: string;
      link: string;
      until: Message<{ day: string | number }>;
    };
  };
  rights: {
    title: Message<{ country: string | number }>;
    agencyTitle: Message<{ agency: string | number }>;
    whoMayAsk: string;
    whomToAsk: string;
    howToAsk: string;
    timeLimits: string;
    step: string;
    limit: string;
    section: string;
    answer: string;
    urgent: string;
    extension: string;
    transfer: string;
    access: string;
    review: string;
    annualReport: string;
    atMost: Message<{ limit: string | number }>;
    restarts: string;
    noRestart: string;
    grounds: string;
    fee: string;
    silence: string;
    refusal: string;
    exemptions: string;
    offences: string;
    penalty: string;
    proactive: string;
    otherSections: string;
    gaps: string;
    summaryOnly: string;
    notStated: string;
    askHere: string;
    desk: string;
    noDesk: string;
    readAct: string;
    actTexts: string;
    aboutAct: string;
    lawUnknown: string;
    due: Message<{ day: string | number }>;
    dueTo: string;
    clockStarts: string;
    inForce: Message<{ day: string | number }>;
    agencyOwn: string;
    noticeWithin: Message<{ limit: string | number }>;
    tellWithinSecond: Message<{ limit: string | number }>;
    fromDueDay: string;
    oral: string;
    clarification: string;
    clockStands: string;
    clockRuns: string;
    copyRates: string;
    freeOfCharge: string;
    deposit: string;
    doors: string;
    doorKinds: {
      'internal-review': string;
      commission: string;
      court: string;
    };
    doorNames: {
      'internal-review': string;
      commission: string;
    };
    doorEvents: {
      refusal: string;
      silence: string;
      'internal-review': string;
      commission: string;
    };
    windowOf: Message<{ limit: string | number }>;
    noWindow: string;
    runsFrom: Message<{ events: string | number }>;
    extendable: string;
    onlyAfter: Message<{ doors: string | number }>;
    directFor: string;
    decidedWithin: Message<{ limit: string | number }>;
    ifSilent: string;
    mustSay: string;
    yieldsToPublic: string;
    standsAgainstPublic: string;
    about: {
      'public-interest': string;
      severability: string;
      records: string;
      'whistle-blowers': string;
      'form-of-access': string;
      'third-party': string;
    };
    report: string;
    pendingOn: Message<{ day: string | number }>;
    measures: {
      received: string;
      processed: string;
      granted: string;
      'refused-with-grounds': string;
      appeals: string;
      'appeals-upheld': string;
      pending: string;
      'median-days': string;
      'average-days': string;
      fees: string;
      staff: string;
      training: string;
      'court-cases': string;
    };
    glance: string;
    sectionsOf: Message<{ n: number }>;
    kindsOf: Message<{ n: number }>;
    fromAmount: Message<{ amount: string | number }>;
    moreTime: Message<{ limit: string | number }>;
    ownTime: Message<{ agency: string | number; own: string | number; act: string | number; section: string | number }>;
    actBinds: string;
    ownBinds: string;
    ownTimeExample: Message<{ arrives: string | number; byAct: string | number; byOwn: string | number }>;
  };
  safer: {
    title: string;
    lede: string;
    knownTitle: string;
    known: {
      '1': string;
      '2': string;
      '3': string;
      '4': string;
      '5': string;
    };
    unsealed: string;
    howTitle: string;
    how: {
      '1': string;
      '2': string;
      '3': string;
      '4': string;
      '5': string;
    };
    onion: string;
    sealedFor: Message<{ name: string | number }>;
    sealedForetold: string;
    sealedText: string;
    sealedHint: string;
  };
  search: {
    title: string;
    titleFor: Message<{ query: string | number }>;
    description: string;
    heading: string;
    label: string;
    hint: string;
    submit: string;
    country: string;
    kind: string;
    allCountries: string;
    allKinds: string;
    kinds: {
      agency: string;
      service: string;
      right: string;
    };
    found: Message<{ n: number }>;
    answerSure: string;
    answerUnsure: string;
    answerNone: string;
    noneText: string;
    unserved: Message<{ place: string | number }>;
    unservedBy: Message<{ place: string | number; government: string | number }>;
    whichPlace: Message<{ regions: string | number }>;
    orLast: Message<{ others: string | number; last: string | number }>;
    unsureText: string;
    conductCorruption: string;
    conductReport: string;
    conductNotToOffice: string;
    conductNeglect: string;
    corrected: Message<{ typed: string | number; understood: string | number }>;
    cost: string;
    time: string;
    free: string;
    perContract: string;
    notStated: string;
    continuous: string;
    asAnnounced: string;
    freeTo: Message<{ amount: string | number }>;
    matched: string;
    mandate: string;
    roles: {
      'anti-corruption': string;
      oversight: string;
    };
    start: string;
    open: string;
    complain: string;
    askInformation: string;
    formerly: string;
    alsoThere: string;
    notHandled: string;
    goTo: string;
    inactive: string;
    rights: string;
    rightsText: string;
    elsewhere: string;
    finder: string;
    agencies: string;
    topics: string;
    typeSomething: string;
    fullText: string;
    fullTextResults: string;
    fullTextNone: string;
    seeAll: string;
    failed: string;
    searching: string;
    feedback: string;
    feedbackFor: Message<{ agency: string | number }>;
    yes: string;
    no: string;
    lookingFor: string;
    lookingForHint: string;
    answerOpen: string;
    notThis: {
      one: string;
      open: string;
      danger: string;
    };
    call: Message<{ number: string | number; desk: string | number }>;
    answersThere: Message<{ desk: string | number }>;
    stub: string;
    countryChoice: string;
    narrow: string;
  };
  shell: {
    skip: string;
    demonstration: string;
    demonstrationShort: string;
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
    mainNavigation: string;
    footerNavigation: string;
    dock: string;
    breadcrumbs: string;
    home: string;
    tagline: string;
    inOriginal: Message<{ language: string | number }>;
    partsInOriginal: Message<{ language: string | number }>;
    staleTranslation: string;
    notFoundTitle: string;
    notFoundText: string;
    errorTitle: string;
    errorText: string;
    publishedBy: Message<{ publisher: string | number }>;
    source: string;
    reviewedOn: Message<{ day: string | number }>;
    deskEdit: string;
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
  ways: {
    dial: Message<{ number: string | number }>;
    whatsapp: Message<{ number: string | number }>;
    share: string;
    shareWhatsapp: string;
    shareSms: string;
    copyLink: string;
    copied: string;
    notCopied: string;
    useful: string;
    yes: string;
    no: string;
    usefulFor: Message<{ name: string | number }>;
    thanksYes: string;
    thanksNo: string;
    notTaken: string;
    reportWrong: string;
    back: string;
    title: string;
    description: string;
    usefulTitle: string;
    usefulLede: string;
    page: string;
  };
}
