import * as z from 'zod';
import { isOld, lastKnownOn } from '../register/evidence-age.ts';
import type { Agency } from '../register/register.ts';
import { charter } from '../schemas/charter.ts';
import type { Evidence } from '../schemas/provenance.ts';
import { isGivenHere, service } from '../schemas/service.ts';
import { unionOption, unwrap } from '../schemas/walk.ts';

/**
 * Anything that a charter states and that needs a source: a fee, a time, a contact, a requirement, a step with its
 * time.
 */
export interface Figure {
  /** Absent for figures of the charter itself. */
  serviceId?: string;
  path: string;
  /** Its own evidence, or that of the service or charter around it. */
  evidence?: Evidence;
  sourced: boolean;
  /** Something else took its place, and is not known. */
  superseded: boolean;
}

/** A part of the content is a figure when its schema has one of these fields. */
const marks = ['evidence', 'fee', 'duration'];
/** What held before, what took its place and what others say is no promise of this charter. */
const notPromises = new Set(['history', 'conflicting', 'superseded']);

/**
 * Every figure of an agency's charter and of the services that it gives. They are found by the shape of the schemas, not by the
 * evidence that happens to be there, so that a figure without a source is counted as one.
 */
export function figuresOf(agency: Agency): Figure[] {
  const known = new Set(agency.data.sources.map((source) => source.id));
  const found = [...collect(charter, agency.data, '', undefined)];
  const all: Figure[] = found.map(({ path, evidence, superseded }) => finish({ path, superseded }, evidence, known));
  for (const { id, data } of agency.services.filter(isGivenHere)) {
    all.push(
      ...collect(service, data, '', undefined).map(({ path, evidence, superseded }) =>
        finish({ serviceId: id, path, superseded }, evidence, known),
      ),
    );
  }
  return all;
}

/** Answers whether somebody dated a figure: its source, or the office that confirmed it. */
export function isDated({ evidence }: Figure): boolean {
  return evidence !== undefined && lastKnownOn(evidence) !== undefined;
}

/** True when the figure was superseded, or is dated and has aged; an undated figure is not known to be old. */
export function isStale(figure: Figure, today: Date): boolean {
  return figure.superseded || (figure.evidence !== undefined && isOld(figure.evidence, today));
}

interface Found {
  path: string;
  evidence: Evidence | undefined;
  superseded: boolean;
}

function finish(
  place: Pick<Figure, 'serviceId' | 'path' | 'superseded'>,
  evidence: Evidence | undefined,
  known: Set<string>,
): Figure {
  return {
    ...place,
    ...(evidence ? { evidence } : {}),
    sourced: evidence?.sources.some((id) => known.has(id)) ?? false,
  };
}

function collect(schema: z.ZodType, value: unknown, path: string, around: Evidence | undefined): Found[] {
  if (value === undefined || value === null) return [];
  const bare = unwrap(schema);
  const at = (key: string | number): string => (path ? `${path}.${key}` : String(key));
  if (bare instanceof z.ZodArray) {
    return (value as unknown[]).flatMap((item, index) => collect(bare.element as z.ZodType, item, at(index), around));
  }
  if (bare instanceof z.ZodDiscriminatedUnion) {
    const option = unionOption(bare, value as Record<string, unknown>);
    return option ? collect(option, value, path, around) : [];
  }
  if (!(bare instanceof z.ZodObject)) return [];
  const fields = value as Record<string, unknown>;
  const evidence = (fields.evidence as Evidence | undefined) ?? around;
  const states = 'evidence' in bare.shape || marks.some((mark) => mark in bare.shape && fields[mark] !== undefined);
  return [
    ...(states ? [{ path, evidence, superseded: fields.superseded !== undefined }] : []),
    ...Object.entries(bare.shape)
      .filter(([key]) => key !== 'evidence' && !notPromises.has(key))
      .flatMap(([key, child]) => collect(child as z.ZodType, fields[key], at(key), evidence)),
  ];
}
