import { monthsSince } from '../../lib/age.ts';
import { resolveLadder } from '../../register/ladder.ts';
import type { Agency } from '../../register/register.ts';
import type { Contact } from '../../schemas/contact.ts';
import { eachService, once, outcomeOf, told, type Rule } from '../rule.ts';

/** A contact is checked anew once a year. */
const CHECK_AFTER_MONTHS = 12;

function complaintDesks(agency: Agency): Contact[] {
  return agency.data.contacts.filter((contact) => contact.roles.includes('complaint'));
}

function isReachable(contact: Contact): boolean {
  return (
    contact.phones.length > 0 ||
    contact.emails.length > 0 ||
    contact.formUrl !== undefined ||
    contact.address !== undefined
  );
}

/** Provision 5: the officials to whom complaints may be addressed, and what follows when they do not answer. */
export const complaintRules: Rule[] = [
  {
    id: 'complaint-official',
    provision: 'complaints',
    weight: 3,
    severity: 'gap',
    check: once(({ agency }) => told(complaintDesks(agency).length > 0, 'contacts')),
  },
  {
    id: 'complaint-reachable',
    provision: 'complaints',
    weight: 3,
    severity: 'gap',
    check: once(({ agency }) => {
      const desks = complaintDesks(agency);
      return desks.length === 0
        ? 'waits'
        : told(
            desks.some(isReachable),
            `contacts.${agency.data.contacts.findIndex((contact) => contact === desks[0])}`,
          );
    }),
  },
  {
    id: 'complaint-answer-time',
    provision: 'complaints',
    weight: 2,
    severity: 'gap',
    check: once(({ agency }) =>
      told(
        complaintDesks(agency).some((desk) => desk.responseTarget !== undefined) ||
          agency.data.redress.some((rung) => rung.contact && rung.decideWithin),
        'redress',
      ),
    ),
  },
  {
    id: 'next-rung',
    provision: 'complaints',
    weight: 2,
    severity: 'gap',
    check: once(({ agency, register }) =>
      told(
        resolveLadder(register, agency.id).some((rung) => !rung.own),
        'redress',
      ),
    ),
  },
  {
    id: 'remedy',
    provision: 'complaints',
    weight: 1,
    severity: 'gap',
    check: eachService((service) => told(service.remedy !== undefined || service.silence !== undefined, 'remedy')),
  },
  {
    id: 'contacts-checked',
    provision: 'complaints',
    weight: 2,
    severity: 'gap',
    check: ({ agency, today }) => {
      const { contacts } = agency.data;
      if (contacts.length === 0) return outcomeOf(['waits']);
      return outcomeOf(
        contacts.map((contact, index) => {
          const fresh =
            contact.lastCheckedOn !== undefined && monthsSince(contact.lastCheckedOn, today) <= CHECK_AFTER_MONTHS;
          if (fresh && contact.checkStatus === 'confirmed') return 'passed';
          return {
            field: `contacts.${index}.lastCheckedOn`,
            values: { name: contact.title, ...(contact.lastCheckedOn ? { date: contact.lastCheckedOn } : {}) },
          };
        }),
      );
    },
  },
];
