import { defineMessages } from '../../lib/messages.ts';
import type { CaseKind } from '../../schemas/cases/case.ts';
import { kindNames } from '../../schemas/cases/kind-names.ts';

const { en: english, sw: kiswahili } = kindNames;

/** What the citizen's own case of each kind did, in Kiswahili: verbs agree with the noun. */
const imehifadhiwa: Record<CaseKind, (agency: string) => string> = {
  complaint: (agency) => `Malalamiko yako kuhusu ${agency} yamepokelewa na kuhifadhiwa.`,
  compliment: (agency) => `Pongezi zako kwa ${agency} zimepokelewa na kuhifadhiwa.`,
  suggestion: (agency) => `Pendekezo lako kwa ${agency} limepokelewa na kuhifadhiwa.`,
  question: (agency) => `Swali lako kwa ${agency} limepokelewa na kuhifadhiwa.`,
  misconduct: (agency) => `Ripoti yako ya utovu wa maadili kuhusu ${agency} imepokelewa na kuhifadhiwa.`,
  'wrong-content': (agency) => `Taarifa yako ya maudhui yasiyo sahihi kuhusu ${agency} imepokelewa na kuhifadhiwa.`,
  'information-request': (agency) => `Ombi lako la taarifa kwa ${agency} limepokelewa na kuhifadhiwa.`,
};

/** Kinds that are addressed to the agency instead of telling about it. */
const toTheAgency = new Set<CaseKind>(['compliment', 'suggestion', 'question', 'information-request']);

/** Texts of the mails a case gives rise to, and of what its timeline tells. */
export const caseMessages = defineMessages({
  en: {
    honeypot: 'One field must stay empty; it only catches programs. Empty it and send again.',
    kinds: english,
    sealedFor: (name: string) => `Encrypted for ${name}. Nobody else can read it, and this portal cannot either.`,
    sealedMail:
      'The report is encrypted with your public key, in the attachment. Open it with your private key, for example in Thunderbird, Kleopatra or GnuPG. Files that came with it are encrypted too.',
    identitySealed: 'What the citizen says of who they are stands inside the encrypted report.',
    yes: 'Yes',
    kindSubject: (kind: CaseKind, reference: string, about: string) => `${english[kind]} ${reference}: ${about}`,
    kindIntro: (kind: CaseKind, portal: string, agency: string) =>
      kind === 'information-request'
        ? `A citizen asks ${agency} for information, through ${portal}.`
        : `A citizen has sent this ${lowerFirst(english[kind])} ${toTheAgency.has(kind) ? 'to' : 'about'} ${agency} through ${portal}.`,
    notToThem: (agency: string) => `It has not been sent to ${agency}, and it should not reach them.`,
    files: (count: number) =>
      count === 1
        ? 'A file came with it. The link to the case opens it.'
        : `${count} files came with it. The link to the case opens them.`,
    urgent:
      'The citizen says that somebody’s life or liberty is at stake. The law sets a shorter time for that than this one.',
    noAnswerDue: 'No answer is due. The citizen is glad of one all the same.',
    whyYou: (names: string) =>
      `You receive it because the portal knows no e-mail address of ${names}. Please pass it on, or answer in their place.`,
    whyYouNotProved: (names: string) =>
      `You receive it because nobody at ${names} has confirmed its e-mail address to the portal. Please pass it on, or answer in their place.`,
    notProved: (names: string) => `Their address is known, but nobody has confirmed it: ${names}.`,
    notReleased: (names: string) => `Their address is known, but this portal does not write to it yet: ${names}.`,
    whyYouNotReleased: (names: string) =>
      `You receive it because the portal does not write to ${names} yet. Please pass it on, or answer in their place.`,
    whyOperator:
      'You receive it as operator of the portal because no body that answers for it has an e-mail address that the portal can use.',
    reference: 'Reference',
    received: 'Received',
    agency: 'Agency',
    service: 'Service',
    identityHeading: 'The citizen agrees that you see who this comes from:',
    identityWithheld: 'The citizen has not agreed that you see who this comes from. Please do not try to find out.',
    identityNone: 'The citizen has given no name or address.',
    howToAnswer: (reference: string, portal: string) =>
      `Answers to this mail go to the operator of ${portal}, who passes them on. Please keep ${reference} in the subject.`,
    kindAcknowledged: (kind: CaseKind, reference: string) => `We have your ${lowerFirst(english[kind])}: ${reference}`,
    kindSaved: (kind: CaseKind, agency: string) =>
      kind === 'information-request'
        ? `You have asked ${agency} for information. Your request has been received and saved.`
        : `Your ${lowerFirst(english[kind])} ${toTheAgency.has(kind) ? 'to' : 'about'} ${agency} has been received and saved.`,
    keepThese: 'Keep these two. Whoever has both can read the case.',
    secret: 'Secret',
    goesTo: (name: string, email: string) => `It goes to: ${name} (${email})`,
    goesToOperator: (name: string) =>
      `No body that answers for this has an e-mail address that we can use. It goes to the operator of this portal, ${name}, who passes it on.`,
    follow: 'Follow it here:',
    followWithout: (address: string) => `Or open ${address} and type in both.`,
    noAnswerNeeded: 'This mail was sent by a machine. You need not answer it.',
    undeliverableSubject: (reference: string) => `Could not be delivered: case ${reference}`,
    undeliverableIntro: (name: string, addresses: string) =>
      `The case below could not be delivered to ${name} (${addresses}). Please correct the address.`,
    passItOn: 'We know no other address of theirs.',
    elsewhereToo: (email: string) => `It is sent to another address of theirs as well: ${email}.`,
    reason: {
      refused: (code: number | undefined) => `Their mail server refused it${code ? ` (SMTP ${code})` : ''}.`,
      'gave-up': (code: number | undefined) =>
        `Their mail server put it off for days${code ? ` (last SMTP reply ${code})` : ''}.`,
    },
  },
  sw: {
    honeypot: 'Sehemu moja lazima ibaki tupu; inanasa programu tu. Ifute kisha utume tena.',
    kinds: kiswahili,
    sealedFor: (name: string) =>
      `Imefungwa kwa ufunguo wa ${name}. Hakuna mwingine anayeweza kuisoma, hata tovuti hii.`,
    sealedMail:
      'Ripoti imefungwa kwa ufunguo wenu wa umma, ndani ya kiambatisho. Ifungueni kwa ufunguo wenu wa siri, kwa mfano kwa Thunderbird, Kleopatra au GnuPG. Faili zilizokuja nayo zimefungwa pia.',
    identitySealed: 'Mwananchi alichosema kuhusu yeye ni nani kimo ndani ya ripoti iliyofungwa.',
    yes: 'Ndiyo',
    kindSubject: (kind: CaseKind, reference: string, about: string) => `${kiswahili[kind]} ${reference}: ${about}`,
    kindIntro: (kind: CaseKind, portal: string, agency: string) =>
      kind === 'information-request'
        ? `Mwananchi anaiomba ${agency} taarifa, kupitia ${portal}.`
        : `Mwananchi ametuma ${lowerFirst(kiswahili[kind])} ${toTheAgency.has(kind) ? 'kwa' : 'kuhusu'} ${agency} kupitia ${portal}.`,
    notToThem: (agency: string) => `Haijatumwa kwa ${agency}, na haipaswi kuwafikia.`,
    files: (count: number) =>
      count === 1
        ? 'Limekuja na faili moja. Kiungo cha shauri kinaifungua.'
        : `Limekuja na faili ${count}. Kiungo cha shauri kinazifungua.`,
    urgent:
      'Mwananchi anasema kwamba uhai au uhuru wa mtu uko hatarini. Sheria imeweka muda mfupi zaidi kuliko huu kwa hilo.',
    noAnswerDue: 'Jibu si lazima. Hata hivyo mwananchi atafurahi kulipata.',
    whyYou: (names: string) =>
      `Unalipata kwa sababu tovuti haijui barua pepe ya ${names}. Tafadhali lipeleke kwao, au ujibu kwa niaba yao.`,
    whyYouNotProved: (names: string) =>
      `Unalipata kwa sababu hakuna mtu wa ${names} aliyethibitisha barua pepe yake kwa tovuti. Tafadhali lipeleke kwao, au ujibu kwa niaba yao.`,
    notProved: (names: string) => `Anwani yao inajulikana, lakini hakuna aliyeithibitisha: ${names}.`,
    notReleased: (names: string) => `Anwani yao inajulikana, lakini tovuti hii haiiandikii bado: ${names}.`,
    whyYouNotReleased: (names: string) =>
      `Unalipata kwa sababu tovuti haiandikii ${names} bado. Tafadhali lipeleke kwao, au ujibu kwa niaba yao.`,
    whyOperator:
      'Unalipata kama mwendeshaji wa tovuti kwa sababu hakuna chombo kinachohusika chenye barua pepe ambayo tovuti inaweza kuitumia.',
    reference: 'Kumbukumbu',
    received: 'Lilipokelewa',
    agency: 'Taasisi',
    service: 'Huduma',
    identityHeading: 'Mwananchi amekubali ujue shauri linatoka kwa nani:',
    identityWithheld: 'Mwananchi hajakubali ujue shauri linatoka kwa nani. Tafadhali usijaribu kumtafuta.',
    identityNone: 'Mwananchi hakutoa jina wala anwani.',
    howToAnswer: (reference: string, portal: string) =>
      `Majibu ya barua hii humfikia mwendeshaji wa ${portal}, ambaye huyapeleka mbele. Tafadhali acha ${reference} kwenye kichwa cha barua.`,
    kindAcknowledged: (kind: CaseKind, reference: string) => `Tumepokea: ${lowerFirst(kiswahili[kind])} ${reference}`,
    kindSaved: (kind: CaseKind, agency: string) => imehifadhiwa[kind](agency),
    keepThese: 'Tunza hivi viwili. Mwenye vyote viwili anaweza kusoma shauri.',
    secret: 'Siri',
    goesTo: (name: string, email: string) => `Linapelekwa kwa: ${name} (${email})`,
    goesToOperator: (name: string) =>
      `Hakuna chombo kinachohusika chenye barua pepe tunayoweza kuitumia. Linapelekwa kwa mwendeshaji wa tovuti hii, ${name}, ambaye atalifikisha.`,
    follow: 'Lifuatilie hapa:',
    followWithout: (address: string) => `Au fungua ${address} uandike vyote viwili.`,
    noAnswerNeeded: 'Barua hii imetumwa na mashine. Huhitaji kuijibu.',
    undeliverableSubject: (reference: string) => `Halikuweza kufikishwa: shauri ${reference}`,
    undeliverableIntro: (name: string, addresses: string) =>
      `Shauri lililo hapa chini halikuweza kufikishwa kwa ${name} (${addresses}). Tafadhali rekebisha anwani.`,
    passItOn: 'Hatujui anwani yao nyingine.',
    elsewhereToo: (email: string) => `Linatumwa pia kwa anwani yao nyingine: ${email}.`,
    reason: {
      refused: (code: number | undefined) => `Seva yao ya barua ililikataa${code ? ` (SMTP ${code})` : ''}.`,
      'gave-up': (code: number | undefined) =>
        `Seva yao ya barua ililiahirisha kwa siku kadhaa${code ? ` (jibu la mwisho la SMTP ${code})` : ''}.`,
    },
  },
});

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
