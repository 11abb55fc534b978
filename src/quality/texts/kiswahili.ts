import type { RuleText } from './shape.ts';
import { inWords, span } from './span.ts';
import type { RuleId } from './rule-id.ts';

const figures = (count = 1): string => (count === 1 ? 'Takwimu 1' : `Takwimu ${count}`);

export const kiswahili: Record<RuleId, RuleText> = {
  standards: {
    title: 'Angalau kiwango kimoja cha jumla kina kipimo',
    lacks: () => 'Hakuna kiwango cha jumla kinachosema watu watahudumiwa kwa haraka au kwa ubora gani.',
    fix: 'Katika “General standards” andika ahadi yenye lengo, kwa mfano “barua hujibiwa: ndani ya siku 5 za kazi”.',
  },
  'who-may-apply': {
    title: 'Imeelezwa huduma ni ya nani',
    lacks: () => 'Haijaelezwa nani anaweza kuomba.',
    fix: 'Jaza “For whom” au “Who may apply”.',
  },
  output: {
    title: 'Imeelezwa mwananchi anapata nini',
    lacks: () => 'Haijaelezwa mwananchi anapata nini mwishoni.',
    fix: 'Jaza “What you get”: hati, kadi, uamuzi au jibu.',
  },
  requirements: {
    title: 'Imeelezwa cha kuleta',
    lacks: () => 'Haijaelezwa cha kuleta.',
    fix: 'Orodhesha hati katika “What to bring”. Kama hakuna kinachohitajika, sema hivyo kwenye maelezo.',
  },
  rights: {
    title: 'Haki za wateja zimeelezwa',
    lacks: () => 'Hati ya huduma haielezi haki za wateja.',
    fix: 'Nakili haki kutoka hati ya huduma ya taasisi hadi “Customers’ rights”, pamoja na chanzo.',
  },
  'fees-stated': {
    title: 'Gharama imetajwa',
    lacks: () => 'Gharama haijatajwa.',
    fix: 'Katika “Costs” andika kiasi, kanuni ya kukokotoa, au “Free”, pamoja na chanzo.',
  },
  'fee-currency': {
    title: 'Viasi vinataja sarafu yake',
    lacks: () => 'Ada ya hatua haina sarafu.',
    fix: 'Andika msimbo wa sarafu kando ya ada ya kila hatua, kwa mfano NGN au KES.',
  },
  'fee-basis': {
    title: 'Ada zinataja sheria zinazozitegemea',
    lacks: () => 'Msingi wa kisheria wa ada haujatajwa.',
    fix: 'Andika kanuni, tangazo la gazeti la serikali au jedwali linaloweka ada katika “Legal basis”.',
  },
  'fee-sum': {
    title: 'Jumla ya ada za hatua ni sawa na gharama',
    lacks: ({ found, limit }) => `Jumla ya ada za hatua ni ${found}, lakini gharama imetajwa kuwa ${limit}.`,
    fix: 'Sahihisha ada za hatua au gharama ili zikubaliane.',
  },
  'no-extra-payment': {
    title: 'Madai ya ziada na yasiyo halali yamepigwa marufuku',
    lacks: () => 'Hati ya huduma haiwaambii watu kwamba hawapaswi kulipa chochote zaidi ya ada zilizoorodheshwa.',
    fix: 'Andika maneno ya taasisi yenyewe dhidi ya rushwa na malipo yasiyo rasmi katika “No-extra-payment notice”.',
  },
  'time-stated': {
    title: 'Muda wa huduma umetajwa',
    lacks: () => 'Haijaelezwa huduma inachukua muda gani.',
    fix: 'Katika “How long it takes” andika muda mrefu zaidi ambao taasisi inaahidi, pamoja na chanzo.',
  },
  'clock-start': {
    title: 'Imeelezwa muda unaanza kuhesabiwa lini',
    lacks: () => 'Haijaelezwa muda unahesabiwa kuanzia lini.',
    fix: 'Jaza “Clock starts”, kwa mfano “ombi linapokamilika”.',
  },
  letters: {
    title: 'Kuna muda wa kujibu barua',
    lacks: () => 'Hakuna kiwango kinachosema barua au barua pepe hujibiwa baada ya muda gani.',
    fix: 'Ongeza kiwango chenye njia “Letters” na lengo katika “General standards”.',
  },
  'steps-total': {
    title: 'Hatua zinatosha ndani ya muda ulioahidiwa',
    lacks: ({ found, limit }) => `Hatua zinachukua angalau ${span(found, 'sw')}, lakini ahadi ni ${span(limit, 'sw')}.`,
    fix: 'Sahihisha muda wa hatua au muda ulioahidiwa ili hatua zitoshe.',
  },
  'class-stated': {
    title: 'Daraja la huduma limetajwa (nchi ambazo sheria yake hupanga huduma kwa madaraja)',
    lacks: () => 'Sheria hupanga huduma kwa madaraja, na hakuna lililotajwa.',
    fix: 'Chagua rahisi, changamano au ya kitaalamu sana katika “Class”.',
  },
  'class-limit': {
    title: 'Muda unazingatia kikomo ambacho sheria huweka kwa daraja lake',
    lacks: ({ found, limit }) =>
      `Inachukua angalau ${span(found, 'sw')}; kikomo cha daraja hili ni ${span(limit, 'sw')}.`,
    fix: 'Linganisha daraja na muda na Sheria, kisha usahihishe lililo na kosa.',
  },
  'survey-published': {
    title: 'Utafiti wa kuridhika kwa wateja umechapishwa',
    lacks: () => 'Hakuna utafiti wa kuridhika kwa wateja uliotajwa.',
    fix: 'Orodhesha utafiti uliofanywa na kuchapishwa, pamoja na chanzo chake, katika “Surveys of satisfaction”.',
  },
  'complaint-official': {
    title: 'Ofisi au cheo cha kupokea malalamiko kimetajwa',
    lacks: () => 'Hakuna ofisi wala cheo kilichotajwa cha kupelekewa malalamiko.',
    fix: 'Ongeza mawasiliano ya malalamiko, pamoja na jina la cheo.',
  },
  'complaint-reachable': {
    title: 'Dawati la malalamiko linafikika',
    lacks: () => 'Dawati la malalamiko halina simu, barua pepe, fomu wala anwani.',
    fix: 'Andika angalau njia moja ya kulifikia dawati la malalamiko.',
  },
  'complaint-answer-time': {
    title: 'Imeelezwa malalamiko hujibiwa lini',
    lacks: () => 'Haijaelezwa taasisi hujibu malalamiko baada ya muda gani.',
    fix: 'Jaza “Promised answer” kwenye mawasiliano ya malalamiko, au “Decided within” kwenye ngazi za malalamiko.',
  },
  'next-rung': {
    title: 'Imeelezwa pa kwenda baadaye',
    lacks: () => 'Hakuna chombo nje ya taasisi kilichotajwa kwa malalamiko ambayo haikuyatatua.',
    fix: 'Ongeza mchunguzi wa malalamiko, mdhibiti au chombo kingine katika “Redress ladder”.',
  },
  remedy: {
    title: 'Imeelezwa kinachofuata ahadi ikivunjwa',
    lacks: () => 'Haijaelezwa mwananchi afanye au adai nini ahadi ikivunjwa au asipojibiwa.',
    fix: 'Jaza “If the promise is broken” au “If you hear nothing”.',
  },
  'contacts-checked': {
    title: 'Mawasiliano yalijaribiwa ndani ya miezi 12 iliyopita na yanafanya kazi',
    lacks: ({ name, date }) =>
      date
        ? `“${name}” ilijaribiwa mara ya mwisho tarehe ${inWords(date, 'sw')}, zamani mno au bila mafanikio.`
        : `Hakuna aliyejaribu kama “${name}” inafikika.`,
    fix: 'Piga simu, andika au nenda. Kisha andika siku na matokeo katika “Last checked on”.',
  },
  where: {
    title: 'Imeelezwa huduma hupatikana wapi na vipi',
    lacks: () => 'Haijaelezwa huduma hupatikana wapi au vipi.',
    fix: 'Ongeza kaunta, tovuti, namba au anwani katika “Where and how”.',
  },
  offices: {
    title: 'Kuna ofisi yenye anwani',
    lacks: () => 'Hakuna ofisi iliyoorodheshwa yenye anwani ambapo watu wanaweza kuipata na kuona hati yake.',
    fix: 'Andika anwani ya angalau ofisi kuu katika “Offices”.',
  },
  'edition-date': {
    title: 'Hati ya huduma ina tarehe',
    lacks: () => 'Haijaelezwa hati ya huduma iliidhinishwa au ilianza kutumika lini.',
    fix: 'Jaza “Approved on” au “In force from”.',
  },
  review: {
    title: 'Mapitio yajayo yana tarehe na hayajachelewa',
    lacks: ({ date }) =>
      date
        ? `Mapitio yalipaswa kufanyika tarehe ${inWords(date, 'sw')} na yamechelewa.`
        : 'Haijaelezwa hati ya huduma itapitiwa tena lini.',
    fix: 'Pitia hati ya huduma na uandike tarehe inayofuata katika “Next review due”.',
  },
  responsible: {
    title: 'Kitengo au cheo kinachowajibika kimetajwa',
    lacks: () => 'Haijaelezwa nani katika taasisi anawajibika.',
    fix: 'Jaza “Who answers for it”: kitengo au cheo.',
  },
  'requirement-source': {
    title: 'Imeelezwa pa kupata vitu vya kuleta',
    lacks: () => 'Haijaelezwa pa kupata hati yoyote ya kuleta.',
    fix: 'Kwa kila kitu cha kuleta chagua taasisi au huduma kinakotoka, au andika anwani yake ya tovuti.',
  },
  steps: {
    title: 'Hatua zimeelezwa',
    lacks: () => 'Hatua hazijaelezwa.',
    fix: 'Andika katika “Steps” anachofanya mwananchi na inachofanya taasisi, pamoja na muda wa kila hatua.',
  },
  'information-desk': {
    title: 'Imeelezwa nani wa kuombwa taarifa',
    lacks: () => 'Hakuna dawati la maombi ya taarifa lililotajwa, wala hakuna maelezo kuyahusu.',
    fix: 'Ongeza mawasiliano ya maombi ya taarifa, au jaza “Asking this agency for information”.',
  },
  'legal-basis': {
    title: 'Sheria iliyounda taasisi imetajwa',
    lacks: () => 'Sheria au hati iliyounda taasisi haijatajwa.',
    fix: 'Andika Sheria, pamoja na kifungu, katika “Legal basis”.',
  },
  identity: {
    title: 'Mamlaka, dira, dhamira na ahadi vimetolewa',
    lacks: () => 'Kimoja kati ya mamlaka, dira, dhamira na ahadi kinakosekana.',
    fix: 'Kinakili kutoka hati ya huduma ya taasisi, pamoja na chanzo.',
  },
  obligations: {
    title: 'Wajibu wa wateja umeelezwa',
    lacks: () => 'Hati ya huduma haisemi nini kinatarajiwa kwa wateja.',
    fix: 'Nakili orodha kutoka hati ya huduma ya taasisi hadi “Customers’ obligations”, pamoja na chanzo.',
  },
  sourced: {
    title: 'Kila takwimu ina chanzo',
    lacks: ({ count }) => `${figures(count)} bila chanzo.`,
    fix: 'Taja chanzo cha takwimu, au iondoe.',
  },
  'official-source': {
    title: 'Takwimu zinatoka kwa taasisi yenyewe, hati zake au sheria',
    lacks: ({ count }) => `${figures(count)} kutoka magazeti au miongozo pekee.`,
    fix: 'Chapisha takwimu kwenye ukurasa wa taasisi au katika hati yake ya huduma, na utaje hapo kama chanzo.',
  },
  dated: {
    title: 'Takwimu zina tarehe',
    lacks: ({ count }) => `${figures(count)} bila tarehe.`,
    fix: 'Andika katika “As of” siku ambayo chanzo kinaizungumzia.',
  },
  fresh: {
    title: 'Takwimu zenye tarehe hazizidi miaka mitatu',
    lacks: ({ count }) => `${figures(count)} za zaidi ya miaka mitatu.`,
    fix: 'Hakikisha kama takwimu bado ni sahihi. Kisha andika chanzo kipya na tarehe; weka takwimu ya zamani katika historia yake.',
  },
  conflicts: {
    title: 'Vyanzo havipingani kuhusu gharama au muda',
    lacks: () => 'Vyanzo vinatoa takwimu tofauti, na haijaamuliwa ipi ni sahihi.',
    fix: 'Chapisha takwimu iliyo sahihi, na uhamishe nyingine hadi “Earlier figures”.',
  },
  references: {
    title: 'Marejeo ndani ya tovuti yanafika mahali',
    lacks: ({ name }) => `“${name}” haifiki popote.`,
    fix: 'Sahihisha rejeo, au liondoe.',
  },
  translated: {
    title: 'Majina yametolewa katika lugha nyingine za nchi ambazo tovuti hii inazitumia',
    lacks: ({ language }) => `Jina halijatafsiriwa (${language}).`,
    fix: 'Ongeza tafsiri ya jina katika “Translations”.',
  },
  'translation-stale': {
    title: 'Tafsiri zinalingana na maandishi yaliyotafsiriwa',
    lacks: ({ name, language }) => `Maandishi ya “${name}” yamebadilika tangu yatafsiriwe (${language}).`,
    fix: 'Soma maandishi mapya, sahihisha tafsiri na ufanye upya alama yake.',
  },
};
