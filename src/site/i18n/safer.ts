import { defineMessages } from '../../lib/messages.ts';

/** What a citizen who reports misconduct is told about their own safety. */
export const saferMessages = defineMessages({
  en: {
    title: 'Confidential, not anonymous',
    lede: 'You need not give your name, and what you give is not sent on without your consent. But no website can promise that nobody finds out. Read this first.',
    knownTitle: 'What is known about you',
    known: [
      'This portal sees the internet address of your connection while you send. It counts with it for an hour against floods and stores nothing made from it with the report.',
      'Your internet provider, and whoever runs the network or the device that you use, can see that you opened this portal, and when.',
      'Your browser keeps the page in its history. Your own words, and who could know what you tell, may give you away.',
      'A picture is freed of place and time. A PDF keeps what it says about its author.',
      'Whoever has the reference and the secret can read the report. Keep both away from the office.',
    ],
    unsealed:
      'The operator of this portal, and the mail servers on the way, can read the report. It is not encrypted for the body that receives it.',
    howTitle: 'How to be safer',
    how: [
      'Do not report from the network, the computer or the telephone of your office. Use another place and a private window.',
      'Leave your name, your number and your e-mail address empty. Then you follow the report with reference and secret alone.',
      'Put no name into the name of a file. Send no PDF that you made yourself, and no picture that only you can have taken.',
      'Leave out what only you can know: the hour, the room, the exact words.',
      'Write the secret on paper. Delete the page from the history of your browser.',
    ],
    onion:
      'With the Tor Browser nobody on the way sees that you come here, and we do not see from where. The address for it:',
    sealedFor: (name: string) => `The words and files of this report are encrypted for ${name}.`,
    sealedForetold:
      'If they cannot get it on the day you send it, it is not encrypted. The page on which you check your words says which holds, before anything is sent.',
    sealedText: 'The encrypted text',
    sealedHint:
      'Only they can open them: once it is saved, this portal cannot read it, and neither can you. You still see here where it stands, and what they answer. It does not go to another body unless you send it again. Your name and telephone are kept only inside, and only if you agree; an e-mail address stays readable here, to write to you.',
  },
  sw: {
    title: 'Ni siri, lakini si bila kujulikana kabisa',
    lede: 'Si lazima utoe jina, na unachotoa hakipelekwi kwingine bila idhini yako. Lakini hakuna tovuti inayoweza kuahidi kwamba hakuna atakayejua. Soma hili kwanza.',
    knownTitle: 'Kinachojulikana kukuhusu',
    known: [
      'Tovuti hii inaona anwani ya intaneti ya muunganisho wako unapotuma. Inaitumia kuhesabu kwa saa moja ili kuzuia mafuriko, na haihifadhi chochote kilichotokana nayo pamoja na ripoti.',
      'Mtoa huduma wako wa intaneti, na anayeendesha mtandao au kifaa unachotumia, anaweza kuona kwamba ulifungua tovuti hii, na lini.',
      'Kivinjari chako kinahifadhi ukurasa kwenye historia. Maneno yako mwenyewe, na idadi ya wanaoweza kujua unachoeleza, vinaweza kukufichua.',
      'Picha huondolewa mahali na wakati. PDF hubaki na kinachosema kuhusu aliyeitengeneza.',
      'Mwenye kumbukumbu na siri anaweza kusoma ripoti. Viweke vyote viwili mbali na ofisi.',
    ],
    unsealed:
      'Mwendeshaji wa tovuti hii, na seva za barua zilizo njiani, wanaweza kusoma ripoti. Haijafungwa kwa ufunguo wa chombo kinachoipokea.',
    howTitle: 'Jinsi ya kuwa salama zaidi',
    how: [
      'Usiripoti kwa mtandao, kompyuta au simu ya ofisi yako. Tumia mahali pengine na dirisha la faragha.',
      'Acha wazi jina, namba na barua pepe yako. Kisha unafuatilia ripoti kwa kumbukumbu na siri tu.',
      'Usiweke jina la mtu kwenye jina la faili. Usitume PDF uliyoitengeneza mwenyewe, wala picha ambayo wewe tu ungeweza kuipiga.',
      'Usiandike unachokijua wewe tu: saa, chumba, maneno kamili.',
      'Andika siri kwenye karatasi. Futa ukurasa kwenye historia ya kivinjari chako.',
    ],
    onion: 'Kwa Tor Browser hakuna aliye njiani anayeona kwamba unakuja hapa, nasi hatuoni unatoka wapi. Anwani yake:',
    sealedFor: (name: string) => `Maneno na faili za ripoti hii zimefungwa kwa ufunguo wa ${name}.`,
    sealedForetold:
      'Kama haiwezi kuwafikia siku unapoituma, haifungwi kwa ufunguo. Ukurasa wa kuangalia ulichoandika utakuambia lipi ni kweli, kabla chochote hakijatumwa.',
    sealedText: 'Maandishi yaliyofungwa',
    sealedHint:
      'Wao tu wanaweza kuzifungua: ikishahifadhiwa, tovuti hii haiwezi kuisoma, wala wewe. Bado utaona hapa ilipofikia, na wanachojibu. Haiendi kwa chombo kingine isipokuwa uitume tena. Jina na simu yako vinahifadhiwa ndani yake tu, na kama umekubali tu; barua pepe inabaki ikisomeka hapa, ili tukuandikie.',
  },
});
