import { expect, test } from 'vitest';
import { bodyLimits } from '../../src/web/body-limits.ts';
import { readForm } from '../../src/web/read-form.ts';

const post = (body: BodyInit, headers: Record<string, string> = {}): Request =>
  new Request('http://portal.example/', { method: 'POST', body, headers });

test('both kinds of form are read', async () => {
  const form = new FormData();
  form.append('details', 'Ọ̀rọ̀ pọ̀');
  for (const body of [form, new URLSearchParams({ details: 'Ọ̀rọ̀ pọ̀' })]) {
    const read = await readForm(post(body));
    expect('form' in read && read.form.get('details')).toBe('Ọ̀rọ̀ pọ̀');
  }
});

test('the longest complaint in a three-byte script fits', async () => {
  const form = new FormData();
  form.append('details', 'አ'.repeat(5000));
  form.append('wanted', 'አ'.repeat(2000));
  for (const name of ['where', 'officer', 'name']) form.append(name, 'አ'.repeat(200));
  expect(await readForm(post(form))).toHaveProperty('form');
});

test('too many bytes are refused even when the length is not told', async () => {
  const endless = new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(bodyLimits.words.body / 4)),
  });
  const request = new Request('http://portal.example/', {
    method: 'POST',
    body: endless,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    duplex: 'half',
  } as RequestInit);
  expect(await readForm(request)).toEqual({ refused: 'too-large' });
});

test('what is no form is refused', async () => {
  expect(await readForm(post('{}', { 'content-type': 'application/json' }))).toEqual({ refused: 'not-a-form' });
  expect(await readForm(post('nonsense', { 'content-type': 'multipart/form-data; boundary=x' }))).toEqual({
    refused: 'not-a-form',
  });
});
