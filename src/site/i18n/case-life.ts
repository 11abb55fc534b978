import { defineMessages } from '../../lib/messages.ts';

/** Texts of the pages on which officers and citizens act on a case. The fields' own texts stand on their schemas. */
export const caseLifeMessages = defineMessages({
  en: {
    due: (day: string) => `An answer is due by ${day}.`,
    paused: (day: string) =>
      `The clock stands while the question is open. If it went on today, an answer would be due by ${day}.`,
    overdue: (day: string) => `An answer was due by ${day}. The time is over.`,
    dayByDay: 'How this is counted, day by day',
    reasons: {
      zero: 'day zero',
      counted: (count: number) => `day ${count}`,
      weekend: 'weekend',
      holiday: 'holiday',
      paused: 'clock stands',
      carried: (not: string) => `carried on: the time does not end on ${not}`,
    },
    day: 'Day',
    counts: 'Counts as',
    whoHasIt: 'Who has it now',
    wrote: { officer: 'They wrote', citizen: 'The citizen wrote' },
    whatYouCanDo: 'What you can do',
    nothingToDo: 'There is nothing more to do here.',
    changed: 'The case has changed since you opened this page. Nothing was added. Look at it again and decide.',
    version: 'Saved.',
    files: {
      title: 'Files',
      download: (number: number, type: string, kilobytes: number) =>
        `Download file ${number} (${type}, ${kilobytes} kB)`,
      saved: (count: number) =>
        count === 1 ? 'Your file is saved with it.' : `Your ${count} files are saved with it.`,
      care: 'They come from the citizen and nobody has checked them. Open them with the same care as the attachment of a mail.',
    },
    desk: {
      title: (reference: string) => `Case ${reference}: for the officer`,
      description: 'A case that waits for an answer.',
      lede: (name: string) =>
        `You act for ${name}, by the link in your mail. Nothing is done until you press a button.`,
      statuses: { 'with-citizen': 'With the citizen: a question waits for an answer' },
      resolutions: { withdrawn: 'Withdrawn by the citizen' },
      notYours: 'This case is no longer in your hands.',
      closed: 'This case is closed.',
      who: 'Who the citizen is',
      identity: {
        none: 'The citizen has given no name or address.',
        withheld: 'The citizen has not agreed that you see who they are. You can write to them here all the same.',
      },
      done: {
        'pass-on': 'Saved. Their time runs from that day, and the citizen is told.',
        acknowledge: 'Confirmed. The citizen is told.',
        ask: 'The question is sent. The clock stands until it is answered.',
        answer: 'The answer is sent.',
        extend: 'The time is extended. The citizen is told the reason.',
        transfer: 'The case is passed on, with all that was written.',
        resolve: 'The case is closed. The citizen is told, and may open it again.',
      },
      action: {
        'pass-on': 'Say that the office has received it',
        acknowledge: 'Confirm that you have it',
        ask: 'Ask the citizen a question',
        answer: 'Answer',
        extend: 'Take more time',
        transfer: 'Not ours: pass it on',
        resolve: 'Close it',
      },
    },
    citizen: {
      done: {
        'hand-in': 'Saved. Their time to answer runs from that day.',
        message: 'Your message is saved and passed on.',
        reopen: 'The case is open again.',
        rate: 'Thank you. Your answer is saved.',
        'next-rung': 'The case goes one rung up, with all that was written.',
        withdraw: 'You have withdrawn the case.',
      },
      action: {
        'hand-in': 'Handed in? Say when they received it',
        message: 'Write to them',
        reopen: 'Not settled? Open it again',
        rate: 'Say how satisfied you are',
        'next-rung': 'Not satisfied? Go one rung up',
        withdraw: 'Withdraw the case',
      },
      handInHint: (name = 'the office') =>
        `For when ${name} has your printed letter. Keep the copy that bears their stamp.`,
      nextRungHint: 'The next body of the redress ladder gets the case with all that was written.',
      keep: 'Reference and secret are needed again each time. Keep both.',
    },
    letter: {
      print: 'Print a letter to hand in',
      hint: 'You need not wait for the operator. Print the letter twice, hand one in, and have the other stamped.',
      title: (name: string) => `Letter to ${name}`,
      description: 'A letter to print, sign and hand in.',
      howTo: [
        'Print it twice, and sign both. Your name is not asked for where the line stays empty.',
        'Hand one in at the office, or send it by post. Have the date of receipt stamped on the other, and keep that.',
        'Then open the case here and say on which day they received it. Their time to answer runs from that day.',
      ],
      from: 'From',
      name: 'Name',
      address: 'Address or telephone',
      to: 'To',
      date: 'Date',
      reference: 'Reference of the portal',
      intro: {
        complaint: 'I complain of what is set out below and ask for an answer in writing.',
        compliment: 'I write to praise what is set out below.',
        suggestion: 'I make the suggestion set out below.',
        question: 'I ask the question below and request an answer.',
        misconduct: 'I report the misconduct set out below and ask you to look into it.',
        'wrong-content': 'I report what is set out below.',
        'information-request': 'I ask for the information set out below.',
      },
      under: (law: string) => `I ask under ${law}.`,
      files: (count: number) =>
        `With this letter: ${count === 1 ? 'one paper' : `${count} papers`} (print and attach what you sent to the portal).`,
      signature: 'Signature',
      office: 'For the office',
      stamp: 'Received on (date and stamp)',
      receivedBy: 'Received by (name and signature)',
    },
    rating: {
      title: 'How satisfied are you?',
      description: 'Tell how your case was handled.',
      thanks: 'Thank you. Your answer is saved.',
      already: 'You have answered this already. Thank you.',
      poor: 'We are sorry. You can have the next body of the redress ladder look at it.',
    },
    link: {
      title: 'This link does not work',
      unknown: 'The link is incomplete or was changed. Open it from the mail again, or copy the whole address.',
      later:
        'Links that do not work were tried too often from your connection. Nothing was looked up. Try again in a quarter of an hour.',
      expired: 'The link has expired. Reply to the mail it came with: the operator of the portal can help.',
    },
    data: {
      title: 'Your data',
      export: 'Download all that is stored about this case',
      eraseIdentity: (files: number): string =>
        files === 0 ? 'Erase my name and contact details' : 'Erase my name, my contact details and my files',
      filesToo: (files: number) =>
        files === 1
          ? 'The file that you sent is deleted too, because it may show who you are.'
          : `The ${files} files that you sent are deleted too, because they may show who you are.`,
      eraseIdentityHint:
        'The case goes on without them. Mail that has gone out already cannot be called back. You get no more e-mail. What you wrote stays as you wrote it: if you named yourself there, erase the whole case instead.',
      eraseCase: 'Erase the whole case',
      eraseCaseHint:
        'All words, names, files and this page are deleted for good. Only bare dates stay, for the statistics, without a way back to you.',
      confirm: 'Yes, I want this',
      erased: 'Your name, your contact details and your files are erased.',
      caseErased: 'The case is erased.',
      caseErasedText: 'All that was written and who you are is deleted. Reference and secret open nothing any more.',
      kept: (months: number) => `A closed case is kept for ${months} months, then deleted.`,
    },
  },
  sw: {
    due: (day: string) => `Jibu linatakiwa kufikia ${day}.`,
    paused: (day: string) =>
      `Saa imesimama wakati swali liko wazi. Kama ingeendelea leo, jibu lingetakiwa kufikia ${day}.`,
    overdue: (day: string) => `Jibu lilitakiwa kufikia ${day}. Muda umeisha.`,
    dayByDay: 'Jinsi inavyohesabiwa, siku kwa siku',
    reasons: {
      zero: 'siku sifuri',
      counted: (count: number) => `siku ya ${count}`,
      weekend: 'wikendi',
      holiday: 'sikukuu',
      paused: 'saa imesimama',
      carried: (not: string) => `imesogezwa mbele: muda hauishi ${not}`,
    },
    day: 'Siku',
    counts: 'Inahesabiwa kama',
    whoHasIt: 'Nani analo sasa',
    wrote: { officer: 'Waliandika', citizen: 'Mwananchi aliandika' },
    whatYouCanDo: 'Unachoweza kufanya',
    nothingToDo: 'Hakuna zaidi la kufanya hapa.',
    changed: 'Shauri limebadilika tangu ufungue ukurasa huu. Hakuna kilichoongezwa. Liangalie tena kisha uamue.',
    version: 'Imehifadhiwa.',
    files: {
      title: 'Faili',
      download: (number: number, type: string, kilobytes: number) =>
        `Pakua faili ya ${number} (${type}, kB ${kilobytes})`,
      saved: (count: number) =>
        count === 1 ? 'Faili yako imehifadhiwa pamoja nayo.' : `Faili zako ${count} zimehifadhiwa pamoja nayo.`,
      care: 'Zinatoka kwa mwananchi na hakuna aliyezikagua. Zifungue kwa uangalifu kama viambatisho vya barua pepe.',
    },
    desk: {
      title: (reference: string) => `Shauri ${reference}: kwa afisa`,
      description: 'Shauri linalosubiri jibu.',
      lede: (name: string) =>
        `Unachukua hatua kwa niaba ya ${name}, kwa kiungo kilicho kwenye barua yako. Hakuna kinachofanyika hadi ubonyeze kitufe.`,
      statuses: { 'with-citizen': 'Liko kwa mwananchi: swali linasubiri jibu' },
      resolutions: { withdrawn: 'Mwananchi ameliondoa' },
      notYours: 'Shauri hili haliko tena mikononi mwenu.',
      closed: 'Shauri hili limefungwa.',
      who: 'Mwananchi ni nani',
      identity: {
        none: 'Mwananchi hakutoa jina wala anwani.',
        withheld: 'Mwananchi hajakubali ujue yeye ni nani. Hata hivyo unaweza kumwandikia hapa.',
      },
      done: {
        'pass-on': 'Imehifadhiwa. Muda wao unahesabiwa kuanzia siku hiyo, na mwananchi ameambiwa.',
        acknowledge: 'Imethibitishwa. Mwananchi ameambiwa.',
        ask: 'Swali limetumwa. Saa imesimama hadi lijibiwe.',
        answer: 'Jibu limetumwa.',
        extend: 'Muda umeongezwa. Mwananchi ameambiwa sababu.',
        transfer: 'Shauri limepelekwa mbele, pamoja na yote yaliyoandikwa.',
        resolve: 'Shauri limefungwa. Mwananchi ameambiwa, na anaweza kulifungua tena.',
      },
      action: {
        'pass-on': 'Sema kwamba ofisi imelipokea',
        acknowledge: 'Thibitisha kwamba mnalo',
        ask: 'Muulize mwananchi swali',
        answer: 'Jibu',
        extend: 'Chukua muda zaidi',
        transfer: 'Si letu: lipeleke mbele',
        resolve: 'Lifunge',
      },
    },
    citizen: {
      done: {
        'hand-in': 'Imehifadhiwa. Muda wao wa kujibu unahesabiwa kuanzia siku hiyo.',
        message: 'Ujumbe wako umehifadhiwa na kupelekwa.',
        reopen: 'Shauri liko wazi tena.',
        rate: 'Asante. Jibu lako limehifadhiwa.',
        'next-rung': 'Shauri linapanda ngazi moja, pamoja na yote yaliyoandikwa.',
        withdraw: 'Umeliondoa shauri.',
      },
      action: {
        'hand-in': 'Umeipeleka barua? Sema waliipokea lini',
        message: 'Waandikie',
        reopen: 'Halijamalizika? Lifungue tena',
        rate: 'Sema umeridhika kiasi gani',
        'next-rung': 'Hujaridhika? Panda ngazi moja',
        withdraw: 'Ondoa shauri',
      },
      handInHint: (name = 'ofisi') =>
        `Ni kwa wakati ambapo ${name} imepokea barua yako iliyochapishwa. Tunza nakala yenye mhuri wao.`,
      nextRungHint: 'Chombo kinachofuata cha rufaa kitapata shauri pamoja na yote yaliyoandikwa.',
      keep: 'Kumbukumbu na siri zinahitajika tena kila mara. Tunza zote mbili.',
    },
    letter: {
      print: 'Chapisha barua ya kupeleka mwenyewe',
      hint: 'Huhitaji kumsubiri mwendeshaji. Chapisha barua mara mbili, peleka moja, na nyingine igongwe mhuri.',
      title: (name: string) => `Barua kwa ${name}`,
      description: 'Barua ya kuchapisha, kutia sahihi na kupeleka.',
      howTo: [
        'Ichapishe mara mbili, na utie sahihi zote. Si lazima uandike jina: mstari unaweza kubaki wazi.',
        'Peleka moja ofisini, au itume kwa posta. Nyingine igongwe mhuri wa tarehe ya kupokelewa, na uitunze.',
        'Kisha fungua shauri hapa useme waliipokea siku gani. Muda wao wa kujibu unahesabiwa kuanzia siku hiyo.',
      ],
      from: 'Kutoka kwa',
      name: 'Jina',
      address: 'Anwani au simu',
      to: 'Kwa',
      date: 'Tarehe',
      reference: 'Kumbukumbu ya tovuti',
      intro: {
        complaint: 'Nalalamika kuhusu yaliyoelezwa hapa chini na ninaomba jibu kwa maandishi.',
        compliment: 'Naandika kupongeza yaliyoelezwa hapa chini.',
        suggestion: 'Natoa pendekezo lililoelezwa hapa chini.',
        question: 'Nauliza swali lililo hapa chini na ninaomba jibu.',
        misconduct: 'Naripoti utovu wa maadili ulioelezwa hapa chini na ninaomba mchunguze.',
        'wrong-content': 'Naripoti yaliyoelezwa hapa chini.',
        'information-request': 'Naomba taarifa iliyoelezwa hapa chini.',
      },
      under: (law: string) => `Naomba kwa mujibu wa ${law}.`,
      files: (count: number) =>
        `Pamoja na barua hii: ${count === 1 ? 'karatasi moja' : `karatasi ${count}`} (chapisha na uambatishe ulizotuma kwenye tovuti).`,
      signature: 'Sahihi',
      office: 'Kwa matumizi ya ofisi',
      stamp: 'Imepokelewa tarehe (tarehe na mhuri)',
      receivedBy: 'Imepokelewa na (jina na sahihi)',
    },
    rating: {
      title: 'Umeridhika kiasi gani?',
      description: 'Sema jinsi shauri lako lilivyoshughulikiwa.',
      thanks: 'Asante. Jibu lako limehifadhiwa.',
      already: 'Umeshajibu hili. Asante.',
      poor: 'Pole. Unaweza kutaka chombo kinachofuata cha rufaa kiliangalie.',
    },
    link: {
      title: 'Kiungo hiki hakifanyi kazi',
      unknown: 'Kiungo si kamili au kimebadilishwa. Kifungue tena kutoka kwenye barua, au nakili anwani yote.',
      later:
        'Viungo visivyofanya kazi vimejaribiwa mara nyingi mno kutoka muunganisho wako. Hakuna kilichotafutwa. Jaribu tena baada ya robo saa.',
      expired: 'Muda wa kiungo umeisha. Jibu barua kilikotoka: mwendeshaji wa tovuti anaweza kusaidia.',
    },
    data: {
      title: 'Taarifa zako',
      export: 'Pakua yote yaliyohifadhiwa kuhusu shauri hili',
      eraseIdentity: (files: number): string =>
        files === 0 ? 'Futa jina na mawasiliano yangu' : 'Futa jina, mawasiliano na faili zangu',
      filesToo: (files: number) =>
        files === 1
          ? 'Faili uliyotuma inafutwa pia, kwa sababu inaweza kuonyesha wewe ni nani.'
          : `Faili ${files} ulizotuma zinafutwa pia, kwa sababu zinaweza kuonyesha wewe ni nani.`,
      eraseIdentityHint:
        'Shauri linaendelea bila hayo. Barua zilizokwisha kutumwa haziwezi kurudishwa. Hutapata barua pepe tena. Ulichoandika kinabaki kama ulivyokiandika: kama ulijitaja humo, futa shauri lote badala yake.',
      eraseCase: 'Futa shauri lote',
      eraseCaseHint:
        'Maneno yote, majina, faili na ukurasa huu vinafutwa kabisa. Zinabaki tarehe tupu tu, kwa takwimu, bila njia ya kukufikia.',
      confirm: 'Ndiyo, nataka hivyo',
      erased: 'Jina, mawasiliano na faili zako vimefutwa.',
      caseErased: 'Shauri limefutwa.',
      caseErasedText: 'Yote yaliyoandikwa na wewe ni nani vimefutwa. Kumbukumbu na siri havifungui kitu tena.',
      kept: (months: number) => `Shauri lililofungwa linatunzwa kwa miezi ${months}, kisha linafutwa.`,
    },
  },
});
