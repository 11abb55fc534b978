/** One measured thing, in all its kinds. */
export interface Metric {
  name: string;
  help: string;
  type: 'counter' | 'gauge' | 'histogram';
  /** Every process that shares the database reads the same. */
  ofAll?: true;
  samples: Sample[];
}

export interface Sample {
  /** What a histogram puts behind the name. */
  suffix?: '_bucket' | '_sum' | '_count';
  labels?: Record<string, string>;
  value: number;
}

export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/**
 * Writes metrics as Prometheus reads them (text format 0.0.4,
 * https://prometheus.io/docs/instrumenting/exposition_formats/). Each name is written once, with all its samples.
 */
export function metricText(metrics: Metric[]): string {
  return metrics.map(lines).join('');
}

function lines({ name, help, type, samples }: Metric): string {
  const written = samples.map(
    ({ suffix = '', labels = {}, value }) => `${name}${suffix}${labelText(labels)} ${numberText(value)}\n`,
  );
  return `# HELP ${name} ${help.replace(/\\/g, '\\\\').replace(/\n/g, '\\n')}\n# TYPE ${name} ${type}\n${written.join('')}`;
}

function labelText(labels: Record<string, string>): string {
  const written = Object.entries(labels).map(
    ([name, value]) => `${name}="${value.replace(/\\/g, '\\\\').replace(/\n/g, '\\n').replace(/"/g, '\\"')}"`,
  );
  return written.length > 0 ? `{${written.join(',')}}` : '';
}

function numberText(value: number): string {
  if (value === Infinity) return '+Inf';
  return value === -Infinity ? '-Inf' : String(value);
}
