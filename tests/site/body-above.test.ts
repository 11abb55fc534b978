import { describe, expect, test } from 'vitest';
import { bodyAbove } from '../../src/site/views/body-above.ts';
import { contactOf } from '../../src/site/views/contact.ts';
import { serviceReceipt } from '../../src/views/receipt/service-receipt.ts';
import { serviceView } from '../../src/site/views/service.ts';
import { shippedRegister } from '../register/shipped-content.ts';

const register = await shippedRegister();
const options = { language: 'en', today: new Date('2026-06-01') };
const services = [...register.agencies.values()].flatMap((agency) =>
  agency.services.map((service) => ({ agency, service })),
);

describe('who answers', () => {
  test('is told on the receipt of every service, by the body above where no desk is published', () => {
    const silent = services.flatMap(({ agency, service }) => {
      const answers = serviceReceipt(
        serviceView(register, agency, service, { ...options, sources: agency.data.sources }),
        {
          language: 'en',
          responsible: register.in('en').service(service).responsible,
          desk: contactOf(register, agency, ['complaint', 'general'], options),
          above: bodyAbove(register, agency, service.id, options),
        },
      ).lines.find(({ key }) => key === 'answers');
      return answers ? [] : [`${agency.id}/${service.id}`];
    });
    expect(silent).toEqual([]);
  });

  test('is never said to be the body above, which is named as what it is', () => {
    const agency = register.agencies.get('refugee-services');
    const [service] = agency?.services ?? [];
    if (!agency || !service) throw new Error('The office is not in the register.');
    const above = bodyAbove(register, agency, service.id, options);
    const receipt = serviceReceipt(
      serviceView(register, agency, service, { ...options, sources: agency.data.sources }),
      { language: 'en', above },
    );
    expect(receipt.lines.find(({ key }) => key === 'answers')?.notes).toEqual([
      { text: 'No desk of this office is published.' },
      expect.objectContaining({ about: 'The body above it', href: '/ke/caj-ombudsman/' }),
    ]);
  });

  test('is the desk of the office alone where it has one', () => {
    for (const { agency, service } of services)
      if (contactOf(register, agency, ['complaint', 'general'], options))
        expect(bodyAbove(register, agency, service.id, options)).toBeUndefined();
  });
});
