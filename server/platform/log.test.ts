import { createLog, scrub } from './log';

const ID_NO = '411102198506151234';
const PHONE = '13800138001';

/** What one call writes. */
function written(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog('debug', { write: (line: string) => void lines.push(line) }));
  return lines.join('');
}

describe('scrub', () => {
  test.each([
    [`学员 ${ID_NO} 已存在`, '学员 [已隐去] 已存在'],
    ['号码41110219850615123X', '号码[已隐去]'],
    ['411102 19850615 123x', '[已隐去]'],
    [`tel:${PHONE},`, 'tel:[已隐去],'],
    ['+86 138-0013-8001', '+86 [已隐去]'],
    ['138 0013 8001', '[已隐去]'],
    ['GET /cgi-bin/x?access_token=99_a-B&openid=o1', 'GET /cgi-bin/x?access_token=[已隐去]&openid=o1'],
    ['?appid=wx1&secret=abc&js_code=0x1', '?appid=wx1&secret=[已隐去]&js_code=[已隐去]'],
    ['{"access_token":"99_a","expires_in":7200}', '{"access_token":"[已隐去]","expires_in":7200}'],
    ['redis://default:p4ss@10.0.0.1:6379', 'redis://default:[已隐去]@10.0.0.1:6379'],
  ])('%s', (text, clean) => {
    expect(scrub(text)).toBe(clean);
  });

  test.each(['2026-11-21T01:00:00.000Z', '1795222800000', 'errcode=40029 invalid code', '1627120049'])(
    'leaves %s alone',
    (text) => {
      expect(scrub(text)).toBe(text);
    },
  );
});

test('a message, its arguments and an error carry no personal data and no secret', () => {
  const text = written((log) => {
    log.warn(`no learner ${ID_NO}`);
    log.warn({ n: 1 }, 'to %s', PHONE);
    log.error({ err: new Error(`E11000 dup key: { phone: "${PHONE}" }`) }, 'store');
    log.error({ err: new Error(`no message but ${PHONE}`) });
    log.error(new Error(`bare ${ID_NO} access_token=99_secret`));
    log.error({ reason: new Error('outer', { cause: new Error(`inner ${PHONE}`) }) }, 'nested');
  });
  expect(text.split('\n').filter(Boolean)).toHaveLength(6);
  expect(text).not.toMatch(/411102|13800138001|99_secret/);
  expect(text).toContain('no learner [已隐去]');
  expect(text).toContain('"type":"Error"');
  expect(text).toContain('bare [已隐去]');
  expect(text).toContain('inner [已隐去]');
});

test.each([
  ['at the top', { idNo: 'A1', phone: 'A2', password: 'A3', token: 'A4', authorization: 'A5', secret: 'A6' }],
  ['one level down', { body: { idNo: 'A1', phone: 'A2', smsCode: 'A3', phoneCode: 'A4' } }],
  ['deep', { a: { b: { c: { idNo: 'A1', oneTimePassword: 'A2', access_token: 'A3' } } } }],
  ['in a list', { rows: [{ idNo: 'A1' }, { phone: 'A2' }] }],
  ['in strings and numbers', { a: { text: `x ${PHONE}`, n: Number(PHONE), list: [ID_NO] } }],
])('personal fields are hidden %s', (_where, fields) => {
  const text = written((log) => log.info(fields, 'm'));
  expect(text).toContain('"msg":"m"');
  expect(text).not.toMatch(/A\d|138001|411102/);
});

test('a child log hides as its parent does', () => {
  const text = written((log) => log.child({ idNo: ID_NO, phone: PHONE }).info({ phone: PHONE }, PHONE));
  expect(text).not.toMatch(/138001|411102/);
});

test('what is not personal stays as it is', () => {
  const at = new Date('2026-11-21T01:00:00Z');
  const fields = {
    requestId: 'abc',
    status: 200,
    ok: true,
    none: null,
    at,
    list: [1, 'x'],
    nested: { a: 1 },
  };
  const line = JSON.parse(written((log) => log.info(fields, 'request')));
  expect(line).toMatchObject({ ...fields, at: '2026-11-21T01:00:00.000Z', msg: 'request', level: 30 });
});

test('an object that goes round in a circle is still written', () => {
  const loop: Record<string, unknown> = { name: 'x' };
  loop.self = loop;
  expect(written((log) => log.info({ loop }, 'm'))).toContain('"name":"x"');
});
