import { describe, expect, it } from 'vitest';
import { cacheControl, fileSecurityHeaders, securityHeaders } from '../../src/server/headers.ts';

const policyOf = (path: string): Map<string, string> =>
  new Map(
    (securityHeaders(path, true)['Content-Security-Policy'] ?? '').split(';').map((rule) => {
      const [name = '', ...values] = rule.trim().split(' ');
      return [name, values.join(' ')];
    }),
  );

describe('the content security policy', () => {
  it.each(['/', '/ng/inec/', '/sw/cases/view/', '/search/', '/embedded/'])(
    'of %s runs only the portal’s own scripts and cannot be framed elsewhere',
    (path) => {
      const policy = policyOf(path);
      expect(policy.get('default-src')).toBe("'none'");
      expect(policy.get('script-src')).toBe("'self' 'wasm-unsafe-eval'");
      expect(policy.get('style-src')).toBe("'self'");
      expect(policy.get('form-action')).toBe("'self'");
      expect(policy.get('base-uri')).toBe("'none'");
      expect([policy.get('worker-src'), policy.get('manifest-src')]).toEqual(["'self' blob:", "'self'"]);
      expect(policy.get('frame-ancestors')).toBe("'self'");
    },
  );

  it.each(['/embed/inec/services/', '/sw/embed/inec/services/', '/embed.js'])(
    'of the widget %s lets any site frame it and changes nothing else',
    (path) => {
      const policy = policyOf(path);
      expect(policy.get('frame-ancestors')).toBe('*');
      expect([...policy].filter(([name]) => name !== 'frame-ancestors')).toEqual(
        [...policyOf('/')].filter(([name]) => name !== 'frame-ancestors'),
      );
      expect(securityHeaders(path, true)['Cross-Origin-Resource-Policy']).toBe('cross-origin');
      expect(securityHeaders(path, true)).not.toHaveProperty('Cross-Origin-Opener-Policy');
    },
  );

  it('of an agency is not that of the widgets, whatever it is called', () => {
    expect(policyOf('/ke/embed/').get('frame-ancestors')).toBe("'self'");
  });

  it('of the CMS alone is the CMS’s own', () => {
    expect(policyOf('/admin/')).not.toEqual(policyOf('/'));
    expect(policyOf('/administration/')).toEqual(policyOf('/'));
  });
});

describe('the headers of the CMS where the content lies at a git host', () => {
  const github = {
    name: 'github',
    repo: 'gov/charters',
    branch: 'main',
    api_root: 'https://api.github.com',
    base_url: 'https://portal.example',
  } as const;

  it('let the browser ask that host, and nothing else of the portal does', () => {
    const policy = securityHeaders('/admin/', true, github)['Content-Security-Policy'];
    expect(policy).toContain("connect-src 'self' blob: https://api.github.com");
    expect(securityHeaders('/', true, github)).toEqual(securityHeaders('/', true));
    expect(fileSecurityHeaders('/admin/index.html', true, github)['Content-Security-Policy']).toBe(policy);
  });

  it('let the window in which somebody signs in tell the desk, and only that', () => {
    const opener = (path: string, backend?: typeof github) =>
      securityHeaders(path, true, backend)['Cross-Origin-Opener-Policy'];
    expect([opener('/admin/', github), opener('/', github), opener('/admin/')]).toEqual([
      'same-origin-allow-popups',
      'same-origin',
      'same-origin',
    ]);
  });
});

describe('other headers', () => {
  it('ask for https only where there is https', () => {
    expect(securityHeaders('/', true)['Strict-Transport-Security']).toBe('max-age=31536000');
    expect(securityHeaders('/', false)).not.toHaveProperty('Strict-Transport-Security');
  });

  it('send the origin of a form along, so that it can be told from a foreign one', () => {
    // A secret may stand in the address there, so other sites get not even the origin.
    expect(securityHeaders('/cases/', true)).toMatchObject({
      'Referrer-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
    });
  });

  it('keep from other sites and from caches what belongs to a case, in every language, and nothing else', () => {
    const secretive = (path: string): boolean => securityHeaders(path, true)['Cache-Control'] === 'no-store';
    expect(['/cases/', '/cases', '/sw/cases/act/'].filter((path) => !secretive(path))).toEqual([]);
    expect(['/ke/cases/', '/casestudies/', '/ng/inec/'].filter(secretive)).toEqual([]);
  });

  it('are no more than they need be for the data of the search, of which a first search fetches a dozen files', () => {
    for (const path of ['/search-index/manifest.json', '/search-index/0a1b2c/words.json'])
      expect(fileSecurityHeaders(path, false)).toEqual({ 'X-Content-Type-Options': 'nosniff' });
    expect(fileSecurityHeaders('/search-index/manifest.json', true)).toHaveProperty('Strict-Transport-Security');
    for (const path of ['/search/', '/search-index/', '/sw.js', '/assets/main.js'])
      expect(fileSecurityHeaders(path, true)).toEqual(securityHeaders(path, true));
  });

  it('let files with a hash in their name be kept and nothing else', () => {
    expect(cacheControl('/assets/main.abc123.css')).toContain('immutable');
    expect(cacheControl('/ng/inec/')).toBe('public, max-age=0, must-revalidate');
    expect(cacheControl('/embed.js')).toBe('public, max-age=0, must-revalidate');
    expect(cacheControl('/sw.js')).toBe('no-cache');
  });
});
