import { defineMessages } from '../../lib/messages.ts';

/** Texts of the guided finder and of the page after somebody said whether an answer was right. */
export const finderMessages = defineMessages({
  en: {
    title: 'Find the office by answering questions',
    lede: 'You need not know any name. Choose the answer that comes nearest; after two to four questions you see who handles it.',
    titleFor: (country: string) => `Find the right office: ${country}`,
    choose: 'In which country?',
    progress: (number: number, most: number) =>
      number === most ? `Question ${number}, the last` : `Question ${number} of at most ${most}`,
    back: 'Back to the question before',
    again: 'Start again',
    yourAnswers: 'Your answers so far',
    answers: 'Answers',
    result: 'This is where to go',
    next: { read: 'See how it works', complain: 'Complain here', ask: 'See how to ask' } as Record<
      'read' | 'complain' | 'ask',
      string
    >,
    aboutAgency: 'About this office',
    bySearch: 'Or search in your own words',
    notListed: 'None of these',
    notListedText: 'Search in your own words, or turn to a body that takes complaints about any public office.',
    thanksTitle: 'Thank you',
    thanksYes: 'It is noted that the answer was right.',
    thanksNo: 'It is noted that the answer was wrong. People who keep this portal use it to correct the search.',
    notKept: 'Your answer could not be kept this time. The ways below are open all the same.',
    kept: 'Kept are your words, the country, the office that was shown, your answer and the day. Not kept are your name, address, device or time.',
    nowWhat: 'Where you can go now',
    feedbackDescription: 'Whether an answer of the search was right.',
  },
  sw: {
    title: 'Pata ofisi kwa kujibu maswali',
    lede: 'Si lazima ujue jina lolote. Chagua jibu lililo karibu zaidi; baada ya maswali mawili hadi manne utaona nani anashughulikia.',
    titleFor: (country: string) => `Pata ofisi sahihi: ${country}`,
    choose: 'Katika nchi gani?',
    progress: (number: number, most: number) =>
      number === most ? `Swali la ${number}, la mwisho` : `Swali la ${number} kati ya yasiyozidi ${most}`,
    back: 'Rudi kwa swali lililotangulia',
    again: 'Anza upya',
    yourAnswers: 'Majibu yako hadi sasa',
    answers: 'Majibu',
    result: 'Nenda hapa',
    next: { read: 'Ona jinsi inavyofanya kazi', complain: 'Lalamika hapa', ask: 'Ona jinsi ya kuomba' },
    aboutAgency: 'Kuhusu ofisi hii',
    bySearch: 'Au tafuta kwa maneno yako',
    notListed: 'Hakuna kati ya hizi',
    notListedText: 'Tafuta kwa maneno yako, au nenda kwa chombo kinachopokea malalamiko kuhusu ofisi yoyote ya umma.',
    thanksTitle: 'Asante',
    thanksYes: 'Imeandikwa kuwa jibu lilikuwa sahihi.',
    thanksNo: 'Imeandikwa kuwa jibu halikuwa sahihi. Wanaotunza tovuti hii hulitumia kurekebisha utafutaji.',
    notKept: 'Jibu lako halikuweza kuhifadhiwa safari hii. Hata hivyo, njia zilizo hapa chini ziko wazi.',
    kept: 'Kinachohifadhiwa ni maneno yako, nchi, ofisi iliyoonyeshwa, jibu lako na siku. Jina, anwani, kifaa na saa havihifadhiwi.',
    nowWhat: 'Unakoweza kwenda sasa',
    feedbackDescription: 'Kama jibu la utafutaji lilikuwa sahihi.',
  },
});
export type FinderMessages = ReturnType<typeof finderMessages>;
