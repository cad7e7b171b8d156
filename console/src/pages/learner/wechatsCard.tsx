import { App, Button } from 'antd';
import { useState } from 'react';
import { client } from '../../api/session';
import { Guarded } from '../../components/guarded';
import { Loaded } from '../../components/loaded';
import { ReasonModal } from '../../components/reasonModal';
import { showDateTime } from '../../format';
import { useAction } from '../../hooks/useAction';
import { useLoad } from '../../hooks/useLoad';

const REASONS = ['本人更换了微信', '绑定了他人的微信', '微信账号被盗用'];

/** 微信绑定: by which WeChat somebody signs in and is told; only the unit can part them, so that nobody lends his. */
export function WechatsCard({ learnerId, name }: { learnerId: string; name: string }) {
  const { message } = App.useApp();
  const load = useLoad(() => client.bindings.learnerWechats({ learnerId }), [learnerId]);
  const [isAsking, setAsking] = useState(false);
  const part = useAction(async (reason: string) => {
    await client.bindings.partLearnerWechats({ learnerId, reason });
    setAsking(false);
    message.success('已解除微信绑定，本人重新登录后可以绑定新的微信');
    load.reload();
  });
  const hasAny = (load.data?.items.length ?? 0) > 0;
  return (
    <section className="card" aria-label="微信绑定">
      <div className="card__head">
        <h2>微信绑定</h2>
        {hasAny && (
          <Guarded permission="approveLearners">
            <Button size="small" danger onClick={() => setAsking(true)}>
              解除微信绑定
            </Button>
          </Guarded>
        )}
      </div>
      <Loaded load={load}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="card__empty">
              没有绑定微信。本人用微信登录小程序后自动绑定，一个微信只能绑定一名学员。
            </p>
          ) : (
            <ul className="status-periods">
              {items.map((wechat) => (
                <li key={`${wechat.name} ${wechat.boundAt}`}>
                  <b>{wechat.name}</b>
                  <span className="faint">
                    {wechat.boundAt ? `${showDateTime(wechat.boundAt)} 绑定` : '用微信登录时绑定'}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <ReasonModal
        open={isAsking}
        title={`解除 ${name} 的微信绑定？`}
        hint="绑定的全部微信都会解除，并立即退出登录。本人要用账号密码或短信验证码重新登录，登录用的微信即为新绑定的微信。原因会记入审计日志，并通知本人。"
        words={REASONS}
        placeholder="补充说明，例如 更换手机号后原微信停用"
        okText="解除绑定"
        busy={part.busy}
        onCancel={() => setAsking(false)}
        onOk={(reason) => part.run(reason)}
      />
    </section>
  );
}
