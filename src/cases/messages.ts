import { defineMessages } from '../lib/messages.ts';

/** Texts of the mails a case gives rise to, and of what its timeline tells. */
export const caseMessages = defineMessages({
  en: {
    honeypot: 'One field must stay empty; it only catches programs. Empty it and send again.',
    demonstration:
      'DEMONSTRATION. This mail comes from a demonstration of the portal, not from a government. It was caught on the machine that runs it.',
    kinds: {
      complaint: 'Complaint',
      compliment: 'Compliment',
      suggestion: 'Suggestion',
      question: 'Question',
      misconduct: 'Report of misconduct',
      'wrong-content': 'Report of wrong content',
      'information-request': 'Request for information',
    },
    complaintSubject: (reference: string, about: string) => `Complaint ${reference}: ${about}`,
    complaintIntro: (portal: string, agency: string) => `A citizen has sent this complaint about ${agency} through ${portal}.`,
    acknowledgementSubject: (reference: string) => `We have your complaint: ${reference}`,
    acknowledgementIntro: (agency: string) => `Your complaint about ${agency} has been received and saved.`,
    kindSubject: (kind: string, reference: string, about: string) => `${kind} ${reference}: ${about}`,
    kindIntro: (kind: string, portal: string, agency: string) =>
      `A citizen has sent this ${kind.charAt(0).toLowerCase()}${kind.slice(1)} about ${agency} through ${portal}.`,
    notToThem: (agency: string) => `It has not been sent to ${agency}, and it should not reach them.`,
    files: (count: number) =>
      count === 1 ? 'A file came with it. The link to the case opens it.' : `${count} files came with it. The link to the case opens them.`,
    noAnswerDue: 'No answer is due. The citizen is glad of one all the same.',
    whyYou: (names: string) => `You receive it because the portal knows no e-mail address of ${names}. Please pass it on, or answer in their place.`,
    whyOperator:
      'You receive it as operator of the portal because no body of the redress ladder has a known e-mail address. Please pass it on by other means.',
    reference: 'Reference',
    received: 'Received',
    agency: 'Agency',
    service: 'Service',
    identityHeading: 'The citizen agrees that you see who this comes from:',
    identityWithheld: 'The citizen has not agreed that you see who this comes from. Please do not try to find out.',
    identityNone: 'The citizen has given no name or address.',
    howToAnswer: (reference: string, portal: string) =>
      `Answers to this mail go to the operator of ${portal}, who passes them on. Please keep ${reference} in the subject.`,
    kindAcknowledged: (kind: string, reference: string) => `We have your ${kind.charAt(0).toLowerCase()}${kind.slice(1)}: ${reference}`,
    kindSaved: (kind: string, agency: string) => `Your ${kind.charAt(0).toLowerCase()}${kind.slice(1)} about ${agency} has been received and saved.`,
    keepThese: 'Keep these two. Whoever has both can read the case.',
    secret: 'Secret',
    goesTo: (name: string, email: string) => `It goes to: ${name} (${email})`,
    goesToOperator: (name: string) =>
      `No body that answers for this has a known e-mail address. It goes to the operator of this portal, ${name}, who passes it on.`,
    follow: 'Follow it here:',
    followWithout: (address: string) => `Or open ${address} and type in both.`,
    noAnswerNeeded: 'This mail was sent by a machine. You need not answer it.',
    undeliverableSubject: (reference: string) => `Could not be delivered: complaint ${reference}`,
    undeliverableIntro: (name: string, email: string) =>
      `The complaint below could not be delivered to ${name} (${email}). Please correct the address.`,
    passItOn: 'We know no other address of theirs. Please pass it on by other means.',
    elsewhereToo: (email: string) => `It is sent to another address of theirs as well: ${email}.`,
    reason: {
      refused: (code: number | undefined) => `Their mail server refused it${code ? ` (SMTP ${code})` : ''}.`,
      'gave-up': (code: number | undefined) => `Their mail server put it off for days${code ? ` (last SMTP reply ${code})` : ''}.`,
    },
  },
  sw: {
    honeypot: 'Sehemu moja lazima ibaki tupu; inanasa programu tu. Ifute kisha utume tena.',
    demonstration: 'MAONYESHO. Barua hii inatoka kwenye maonyesho ya tovuti, si kwa serikali. Imenaswa kwenye kompyuta inayoendesha tovuti.',
    kinds: {
      complaint: 'Malalamiko',
      compliment: 'Pongezi',
      suggestion: 'Pendekezo',
      question: 'Swali',
      misconduct: 'Ripoti ya utovu wa maadili',
      'wrong-content': 'Taarifa ya maudhui yasiyo sahihi',
      'information-request': 'Ombi la habari',
    },
    complaintSubject: (reference: string, about: string) => `Malalamiko ${reference}: ${about}`,
    complaintIntro: (portal: string, agency: string) => `Mwananchi ametuma malalamiko haya kuhusu ${agency} kupitia ${portal}.`,
    acknowledgementSubject: (reference: string) => `Tumepokea malalamiko yako: ${reference}`,
    acknowledgementIntro: (agency: string) => `Malalamiko yako kuhusu ${agency} yamepokelewa na kuhifadhiwa.`,
    kindSubject: (kind: string, reference: string, about: string) => `${kind} ${reference}: ${about}`,
    kindIntro: (kind: string, portal: string, agency: string) =>
      `Mwananchi ametuma ${kind.charAt(0).toLowerCase()}${kind.slice(1)} kuhusu ${agency} kupitia ${portal}.`,
    notToThem: (agency: string) => `Haijatumwa kwa ${agency}, na haipaswi kuwafikia.`,
    files: (count: number) =>
      count === 1 ? 'Limekuja na faili moja. Kiungo cha shauri kinaifungua.' : `Limekuja na faili ${count}. Kiungo cha shauri kinazifungua.`,
    noAnswerDue: 'Jibu si lazima. Hata hivyo mwananchi atafurahi kulipata.',
    whyYou: (names: string) => `Unayapata kwa sababu tovuti haijui barua pepe ya ${names}. Tafadhali yapeleke kwao, au ujibu kwa niaba yao.`,
    whyOperator:
      'Unayapata kama mwendeshaji wa tovuti kwa sababu hakuna chombo cha rufaa chenye barua pepe inayojulikana. Tafadhali yapeleke kwa njia nyingine.',
    reference: 'Kumbukumbu',
    received: 'Yalipokelewa',
    agency: 'Taasisi',
    service: 'Huduma',
    identityHeading: 'Mwananchi amekubali ujue malalamiko yanatoka kwa nani:',
    identityWithheld: 'Mwananchi hajakubali ujue malalamiko yanatoka kwa nani. Tafadhali usijaribu kumtafuta.',
    identityNone: 'Mwananchi hakutoa jina wala anwani.',
    howToAnswer: (reference: string, portal: string) =>
      `Majibu ya barua hii humfikia mwendeshaji wa ${portal}, ambaye huyapeleka mbele. Tafadhali acha ${reference} kwenye kichwa cha barua.`,
    kindAcknowledged: (kind: string, reference: string) => `Tumepokea: ${kind.charAt(0).toLowerCase()}${kind.slice(1)} ${reference}`,
    kindSaved: (kind: string, agency: string) =>
      kind === 'Malalamiko'
        ? `Malalamiko yako kuhusu ${agency} yamepokelewa na kuhifadhiwa.`
        : `Ulichotuma kuhusu ${agency} kimepokelewa na kuhifadhiwa: ${kind.charAt(0).toLowerCase()}${kind.slice(1)}.`,
    keepThese: 'Tunza hivi viwili. Mwenye vyote viwili anaweza kusoma malalamiko.',
    secret: 'Siri',
    goesTo: (name: string, email: string) => `Yanapelekwa kwa: ${name} (${email})`,
    goesToOperator: (name: string) =>
      `Hakuna chombo kinachohusika chenye barua pepe inayojulikana. Yanapelekwa kwa mwendeshaji wa tovuti hii, ${name}, ambaye atayafikisha.`,
    follow: 'Yafuatilie hapa:',
    followWithout: (address: string) => `Au fungua ${address} uandike vyote viwili.`,
    noAnswerNeeded: 'Barua hii imetumwa na mashine. Huhitaji kuijibu.',
    undeliverableSubject: (reference: string) => `Hayakuweza kufikishwa: malalamiko ${reference}`,
    undeliverableIntro: (name: string, email: string) =>
      `Malalamiko yaliyo hapa chini hayakuweza kufikishwa kwa ${name} (${email}). Tafadhali rekebisha anwani.`,
    passItOn: 'Hatujui anwani yao nyingine. Tafadhali ifikishe kwao kwa njia nyingine.',
    elsewhereToo: (email: string) => `Inatumwa pia kwa anwani yao nyingine: ${email}.`,
    reason: {
      refused: (code: number | undefined) => `Seva yao ya barua iliyakataa${code ? ` (SMTP ${code})` : ''}.`,
      'gave-up': (code: number | undefined) => `Seva yao ya barua iliyaahirisha kwa siku kadhaa${code ? ` (jibu la mwisho la SMTP ${code})` : ''}.`,
    },
  },
});
