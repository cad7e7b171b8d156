import { ApiError } from '@common/contract/errors';
import type { LearnerSelf } from '@common/contract/learners';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Page } from '@/components/page/page';
import { PhoneFields } from '@/components/phone-fields/phoneFields';
import { LearnerGate } from '@/components/session-gate/sessionGate';
import { tell } from '@/services/feedback';
import { back } from '@/services/navigate';
import { checkProof, EMPTY_PROOF, type PhoneErrors, toProof } from '@/services/phoneProof';
import { fieldOf } from '@/services/registerForm';
import { api, session } from '@/services/session';

/** 更换手机号: the new number is proved as at the registration. */
export default function PhonePage() {
  return <LearnerGate>{(learner) => <PhoneForm learner={learner} />}</LearnerGate>;
}

function PhoneForm({ learner }: { learner: LearnerSelf }) {
  const [proof, setProof] = useState(EMPTY_PROOF);
  const [errors, setErrors] = useState<PhoneErrors>({});
  const save = async () => {
    const found = checkProof(proof);
    setErrors(found);
    if (Object.keys(found).length > 0) {
      return;
    }
    try {
      await api.learners.changePhone(toProof(proof));
    } catch (error) {
      const field = error instanceof ApiError ? fieldOf(error) : undefined;
      if (field !== 'phone' && field !== 'phoneCode' && field !== 'smsCode') {
        throw error;
      }
      setErrors({ [field]: (error as ApiError).message });
      // A code of WeChat's is good once.
      setProof((now) => ({ ...now, phoneCode: '' }));
      return;
    }
    await session.refresh();
    tell('手机号已更换');
    await back();
  };
  return (
    <Page
      footer={
        <Button id="phone-save" onPress={save}>
          更换手机号
        </Button>
      }
    >
      <View className="t-soft">现在的手机号 {learner.phoneMasked}。更换后，验证码和提醒发送到新号码。</View>
      <View className="gap-m">
        <Card title="新手机号">
          <PhoneFields
            sendCode={api.learners.sendPhoneCode}
            proof={proof}
            errors={errors}
            onChange={(part, ...touched) => {
              setProof((now) => ({ ...now, ...part }));
              setErrors((now) => ({
                ...now,
                ...Object.fromEntries(touched.map((field) => [field, undefined])),
              }));
            }}
            onLeave={(field) => setErrors((now) => ({ ...now, [field]: checkProof(proof)[field] }))}
            onPhoneError={(phone) => setErrors((now) => ({ ...now, phone }))}
          />
        </Card>
      </View>
    </Page>
  );
}
