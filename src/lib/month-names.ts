/** What people and documents write for the months, January first: English and Kiswahili, with usual short forms. */
export const monthNames: readonly (readonly string[])[] = [
  ['january', 'jan', 'januari'],
  ['february', 'feb', 'februari'],
  ['march', 'mar', 'machi', 'mac'],
  ['april', 'apr', 'aprili'],
  ['may', 'mei'],
  ['june', 'jun', 'juni'],
  ['july', 'jul', 'julai'],
  ['august', 'aug', 'agosti', 'ago'],
  ['september', 'sep', 'sept', 'septemba'],
  ['october', 'oct', 'oktoba', 'okt'],
  ['november', 'nov', 'novemba'],
  ['december', 'dec', 'desemba', 'des'],
];
