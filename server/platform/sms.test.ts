import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSms } from './sms';

const PHONE = '13800138001';
const got: { authorization?: string; body: string }[] = [];
let status = 200;
const gateway = createServer(async (request, response) => {
  const parts: Buffer[] = [];
  for await (const part of request) {
    parts.push(part);
  }
  got.push({ authorization: request.headers.authorization, body: Buffer.concat(parts).toString() });
  response.writeHead(status).end(`refused ${PHONE}`);
});
let address: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/send`;
});
afterAll(() => {
  gateway.close();
});
beforeEach(() => {
  got.length = 0;
  status = 200;
});

test('the gateway gets phone and text with our token', async () => {
  await createSms({ SMS_GATEWAY_URL: address, SMS_GATEWAY_TOKEN: 'tok' }).send(PHONE, '您的验证码是123456');
  expect(got).toEqual([
    { authorization: 'Bearer tok', body: JSON.stringify({ phone: PHONE, text: '您的验证码是123456' }) },
  ]);
});

test.each([400, 401, 500, 503])(
  'its refusal %i is an error that names neither phone nor text',
  async (code) => {
    status = code;
    const sending = createSms({ SMS_GATEWAY_URL: address, SMS_GATEWAY_TOKEN: 'tok' }).send(
      PHONE,
      'secret text',
    );
    await expect(sending).rejects.toThrow(new Error(`SMS gateway answered ${code}`));
  },
);

test('without a gateway it says so instead of pretending', async () => {
  await expect(createSms({}).send(PHONE, 'text')).rejects.toThrow('SMS_GATEWAY_URL is not configured');
});

test('a gateway that is not there is an error', async () => {
  const sms = createSms({ SMS_GATEWAY_URL: 'http://127.0.0.1:1/send', SMS_GATEWAY_TOKEN: 'tok' });
  await expect(sms.send(PHONE, 'text')).rejects.toThrow('fetch failed');
});
