/** WeChat's 人脸核身: the phone's part as a control, and the query by which a server hears what came of it. */
import { createHash, randomBytes } from 'node:crypto';
import Router from '@koa/router';
import { z } from 'zod';
import { bodyOf, fail, needsToken } from './answers';
import type { World } from './world';

/** WeChat's words for a face that is not the one of the idNo. */
const OTHER_PERSON = 10_003;
const LIFE_MS = 3_600_000;

/** What `wx.startFacialRecognitionVerify` is given, whose WeChat it is, and whether the face is that of the idNo. */
const faceInput = z.object({
  persona: z.coerce.string(),
  name: z.string().min(1),
  idCardNumber: z.string().min(1),
  isPassed: z.boolean().default(true),
});
const query = z.object({ verify_result: z.string() });

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

export function createFaceRoutes(world: World): Router {
  const router = new Router();
  const { personas, now } = world;
  const faces = new Map<string, Record<string, unknown> & { at: number }>();

  router.post('/simulator/face', (ctx) => {
    const given = faceInput.safeParse(bodyOf(ctx));
    const persona = given.success && personas.find(given.data.persona);
    if (!given.success || !persona) {
      ctx.status = 400;
      ctx.body = { message: given.success ? '没有这个人' : '参数有误' };
      return;
    }
    const { name, idCardNumber, isPassed } = given.data;
    const seconds = Math.floor(now() / 1000);
    const verifyResult = randomBytes(48).toString('base64url');
    faces.set(verifyResult, {
      at: now(),
      identify_ret: isPassed ? 0 : OTHER_PERSON,
      identify_time: seconds,
      finish_time: seconds,
      openid: persona.openids.miniprogram,
      validate_data: '',
      id_card_number_md5: md5(idCardNumber.toUpperCase()),
      name_utf8_md5: md5(name),
    });
    ctx.body = { verifyResult };
  });

  router.post('/cityservice/face/identify/getinfo', needsToken(world, 'miniprogram'), (ctx) => {
    const given = query.safeParse(bodyOf(ctx));
    const face = given.success ? faces.get(given.data.verify_result) : undefined;
    if (!face || face.at + LIFE_MS < now()) {
      return fail(ctx, given.success ? 84_001 : 47_001);
    }
    const { at: _at, ...answer } = face;
    ctx.body = { errcode: 0, errmsg: 'ok', ...answer };
  });
  return router;
}
