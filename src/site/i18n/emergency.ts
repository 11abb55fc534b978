import { defineMessages } from '../../lib/messages.ts';

/** Texts around the numbers to call in danger. */
export const emergencyMessages = defineMessages({
  en: {
    heading: 'In danger now? Call first',
    title: (country: string) => `Emergency numbers – ${country}`,
    description: (country: string) =>
      `Whom to call in danger in ${country}: fire, a crash, violence, a child in danger, thoughts of suicide.`,
    lede: 'Do not wait for an answer from this portal. Call.',
    call: (number: string) => `Call ${number}`,
    help: (matter: string) => `Help with: ${matter}`,
    generalOnly: 'Call the number above.',
    free: 'Free to call',
    hours: 'Open',
    confidential: 'Confidential',
    trust: {
      confirmed: 'Given by the body itself or by two sources',
      'one-source': 'Given by one source',
      doubtful: 'Doubtful',
    },
    source: 'source',
    asOf: (day: string) => `as of ${day}`,
    undated: 'source without a date',
    notDialled:
      'These numbers come from public sources. This portal has not dialled them. If one does not answer, try the next.',
    readOn: (day: string) => `Sources read on ${day}.`,
    all: (country: string) => `All emergency numbers in ${country}`,
    line: 'Emergency?',
    noDanger: 'If there is no danger now',
    quiet: 'If somebody is in danger now:',
    announced: (numbers: string) => `In danger? Call ${numbers}.`,
  },
  sw: {
    heading: 'Uko hatarini sasa? Piga simu kwanza',
    title: (country: string) => `Nambari za dharura – ${country}`,
    description: (country: string) =>
      `Wa kupigia simu ukiwa hatarini ${country}: moto, ajali, ukatili, mtoto aliye hatarini, mawazo ya kujiua.`,
    lede: 'Usisubiri jibu la tovuti hii. Piga simu.',
    call: (number: string) => `Piga ${number}`,
    help: (matter: string) => `Msaada kuhusu: ${matter}`,
    generalOnly: 'Piga nambari iliyo juu.',
    free: 'Simu ni bure',
    hours: 'Saa',
    confidential: 'Siri',
    trust: {
      confirmed: 'Imetolewa na chombo chenyewe au na vyanzo viwili',
      'one-source': 'Imetolewa na chanzo kimoja',
      doubtful: 'Haina uhakika',
    },
    source: 'chanzo',
    asOf: (day: string) => `kufikia ${day}`,
    undated: 'chanzo hakina tarehe',
    notDialled:
      'Nambari hizi zinatoka kwenye vyanzo vya umma. Tovuti hii haijazipiga. Moja isipojibu, jaribu inayofuata.',
    readOn: (day: string) => `Vyanzo vilisomwa ${day}.`,
    all: (country: string) => `Nambari zote za dharura ${country}`,
    line: 'Dharura?',
    noDanger: 'Kama hakuna hatari sasa',
    quiet: 'Mtu akiwa hatarini sasa:',
    announced: (numbers: string) => `Uko hatarini? Piga ${numbers}.`,
  },
});
export type EmergencyMessages = ReturnType<typeof emergencyMessages>;
