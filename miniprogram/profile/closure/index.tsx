import { ApiError } from '@common/contract/errors';
import type { LearnerSelf } from '@common/contract/learners';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { TextField } from '@/components/field/textField';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { LearnerGate } from '@/components/session-gate/sessionGate';
import { useCountdown } from '@/hooks/useCountdown';
import { evaluationDraft } from '@/services/evaluationDraft';
import { exams } from '@/services/exams';
import { ask, tell } from '@/services/feedback';
import { keptClaim } from '@/services/keptClaim';
import { lateScans } from '@/services/lateScans';
import { restartAt } from '@/services/navigate';
import { registerDraft } from '@/services/registerDraft';
import { api, session } from '@/services/session';

/** Typed by hand, so that nobody closes his account by a slip of the thumb. */
const TYPED = '注销';

/** 注销账号: what goes, what stays, the code, the word, the question. */
export default function ClosurePage() {
  return <LearnerGate>{(learner) => <Closure learner={learner} />}</LearnerGate>;
}

function Closure({ learner }: { learner: LearnerSelf }) {
  const [smsCode, setSmsCode] = useState('');
  const [typed, setTyped] = useState('');
  const [errors, setErrors] = useState<{ smsCode?: string; typed?: string }>({});
  const [until, setUntil] = useState<number>();
  const seconds = useCountdown(until);
  const sendCode = async () => {
    const { retryAfter, phoneMasked } = await api.personalData.sendClosureCode({});
    setUntil(Date.now() + retryAfter * 1000);
    tell(`验证码已发送到 ${phoneMasked}`);
  };
  const close = async () => {
    const found = {
      ...(/^\d{6}$/.test(smsCode.trim()) ? {} : { smsCode: '请输入短信中的6位验证码' }),
      ...(typed.trim() === TYPED ? {} : { typed: `请输入“${TYPED}”二字` }),
    };
    setErrors(found);
    if (Object.keys(found).length > 0) {
      return;
    }
    if (!(await ask('注销账号', '个人信息将被删除，不可恢复。确定注销吗？', '确定注销'))) {
      return;
    }
    try {
      await api.personalData.closeAccount({ smsCode: smsCode.trim() });
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'SMS_CODE_INVALID') {
        throw error;
      }
      setErrors({ smsCode: error.message });
      return;
    }
    registerDraft.drop();
    evaluationDraft.drop();
    keptClaim.drop();
    lateScans.dropMine();
    exams.dropOf(lateScans.owner());
    await session.signOut();
    tell('账号已注销');
    await restartAt('home');
  };
  return (
    <Page>
      <Notice tone="act">注销后不可恢复，请确认您已了解以下内容。</Notice>
      <View className="gap-m">
        <Card title="会删除">
          <View className="t-soft">
            姓名、身份证号码、手机号、照片、民族、地址、教育经历等全部资料，同意记录，微信绑定和登录。
          </View>
        </Card>
        <Card title="会保留">
          <View className="t-soft">
            学分和授分的依据（签到、考试、是否做过项目评价）按国家规定保留，只记在医通卡号
            {learner.personnelNo ? ` ${learner.personnelNo} ` : ''}
            名下，不再与您的姓名、证件号码关联；注销后您无法再查询。如需留存，请先在“个人信息与隐私”中导出我的数据。
          </View>
        </Card>
        <Card title="确认注销">
          <TextField
            id="field-smsCode"
            label={`短信验证码（发送到 ${learner.phoneMasked}）`}
            required
            type="number"
            maxLength={6}
            value={smsCode}
            onChange={(text) => {
              setSmsCode(text);
              setErrors({ ...errors, smsCode: undefined });
            }}
            placeholder="6位数字"
            error={errors.smsCode}
            aside={
              <Button
                id="closure-code"
                kind="quiet"
                size="small"
                inline
                disabled={seconds > 0}
                onPress={sendCode}
              >
                {seconds > 0 ? `${seconds} 秒后重发` : '获取验证码'}
              </Button>
            }
          />
          <TextField
            id="field-typed"
            label={`请输入“${TYPED}”二字确认`}
            required
            value={typed}
            onChange={(text) => {
              setTyped(text);
              setErrors({ ...errors, typed: undefined });
            }}
            placeholder={TYPED}
            maxLength={4}
            error={errors.typed}
          />
          <Button id="closure-confirm" kind="danger" onPress={close}>
            注销账号
          </Button>
        </Card>
      </View>
    </Page>
  );
}
