import type { AgencyStatistics } from '../../cases/statistics/report.ts';

/**
 * Writes the open figures of an agency, or of one of its services, beside the promise. Where they cannot be had, the
 * link beside it stays.
 */
async function showFigures(place: HTMLElement): Promise<void> {
  const { kept = '', service, counts = '', days = '', none = '' } = place.dataset;
  const response = await fetch(kept);
  if (!response.ok) return;
  const statistics = (await response.json()) as AgencyStatistics;
  const figures = service ? statistics.services.find((one) => one.service === service)?.figures : statistics.all;
  const told = place.querySelector('span');
  if (!told) return;
  if (!figures || figures.received === 0) {
    told.textContent = none;
    return;
  }
  const template = figures.medianDays === null ? counts : `${counts} ${days}`;
  told.textContent = template.replace(/\{(\w+)\}/g, (_, name: keyof typeof figures) =>
    String(figures[name] ?? `<${statistics.smallCount}`),
  );
}

for (const place of document.querySelectorAll<HTMLElement>('[data-kept]')) showFigures(place).catch(() => undefined);
