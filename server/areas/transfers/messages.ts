import type { Platform } from '../../platform';
import type { Services } from '../services';
import type { TransferDoc } from './model';

const SMS_ONCE_SECONDS = 24 * 3600;

export interface TransferMessages {
  /** Tells a unit's administrators that a 调动 waits for them; of one person once a day, however often he asks. */
  remind(transfer: TransferDoc, unitId: string, learnerName: string): Promise<void>;
  /** Tells the learner what a unit did with his 调动. */
  tell(transfer: TransferDoc, by: 'from' | 'to'): Promise<void>;
}

/** A step that was made stands, whether or not anybody can be told of it now. */
export function createMessages({ redis, log }: Platform, services: Services): TransferMessages {
  async function unitNames({ fromUnitId, toUnitId }: TransferDoc) {
    const units = await services.regionsUnits.units(
      [fromUnitId, ...(toUnitId ? [toUnitId] : [])].map(String),
    );
    const name = (id: unknown) => units.get(String(id))?.name ?? '';
    return { from: name(fromUnitId), to: toUnitId ? name(toUnitId) : null };
  }

  /** What a learner reads: a template's field holds twenty characters, so the unit comes first. */
  function words(
    { state, requestedBy, releasedAt, cancelReason }: TransferDoc,
    by: 'from' | 'to',
    { from, to }: { from: string; to: string | null },
  ): [string, string[]] {
    if (state === 'released') {
      return [
        '原单位已办理调出',
        [from, `等待${to ?? '现单位'}调入；调入前您仍在原单位，签到和学分不受影响。`],
      ];
    }
    if (state === 'admitted') {
      return ['调动完成，已调入现单位', [to ?? '', '学分和签到记录都随您保留。']];
    }
    const reason = cancelReason ? [`原因：${cancelReason}`] : [];
    if (by === 'to') {
      return ['现单位未同意调入', [to ?? '', ...reason, '您仍在原单位，签到和学分不受影响。']];
    }
    const title = requestedBy === 'learner' && !releasedAt ? '原单位未同意调动申请' : '原单位已撤回调出';
    return [title, [from, ...reason, '您仍在原单位，签到和学分不受影响。']];
  }

  return {
    async remind(transfer, unitId, learnerName) {
      try {
        const key = `transfer:sms:${String(transfer.learnerId)}:${unitId}`;
        if (!(await redis.set(key, '1', 'EX', SMS_ONCE_SECONDS, 'NX'))) {
          return;
        }
        const text =
          transfer.state === 'released'
            ? `【继教通】${learnerName}已由原单位调出至贵单位，请登录后在“调动管理”中办理调入。`
            : `【继教通】${learnerName}提交了调动申请，请登录后在“调动管理”中办理。`;
        await services.administrators.notify('unit', unitId, 'approveLearners', text);
      } catch (err) {
        log.error({ err }, 'transfer reminder');
      }
    },
    async tell(transfer, by) {
      try {
        const [title, lines] = words(transfer, by, await unitNames(transfer));
        const key = `transfer-${String(transfer._id)}-${transfer.state}`;
        await services.notifications.tell(String(transfer.learnerId), {
          key,
          kind: 'approval',
          title,
          lines,
          page: 'profile/transfer/index',
        });
      } catch (err) {
        log.error({ err }, 'transfer notification');
      }
    },
  };
}
