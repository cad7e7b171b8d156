/**
 * The floor that the message server is measured against: a bare Koa that reads the same message in the clear, parses it with the same
 * parser, looks its sender up by the same index and answers a text. Nothing that answers a message can do less.
 */
import Koa from 'koa';
import { identityModel } from '../server/areas/accounts/model';
import { textReply } from '../server/areas/official-account/reply';
import { parseXml } from '../server/areas/official-account/xml';
import { readConfig } from '../server/platform/config';
import { connectMongo } from '../server/platform/mongo';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const identities = identityModel(await connectMongo(config.MONGODB_URI)).collection;
  const app = new Koa();
  app.use(async (ctx) => {
    const parts: Buffer[] = [];
    for await (const part of ctx.req) {
      parts.push(part);
    }
    if (parts.length === 0) {
      ctx.body = 'success';
      return;
    }
    const fields = parseXml(Buffer.concat(parts).toString());
    const [from = '', to = ''] = [fields.get('FromUserName'), fields.get('ToUserName')];
    const sender = await identities.findOne({ channel: 'officialAccount', openid: from });
    ctx.type = 'application/xml';
    ctx.body = textReply({ from, to }, String(sender?.learnerId), Date.now());
  });
  app.listen(config.PORT, '127.0.0.1');
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
