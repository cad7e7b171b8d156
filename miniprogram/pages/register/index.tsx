import type { LearnerSelf } from '@common/contract/learners';
import { TITLES } from '@common/terms';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { SelectField } from '@/components/field/selectField';
import { TextField } from '@/components/field/textField';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { SessionGate } from '@/components/session-gate/sessionGate';
import { ConsentField } from './consentField';
import { IdNoField } from './idNoField';
import { PhoneFields } from './phoneFields';
import { TitleSheet } from './titleSheet';
import { UnitSheet } from './unitSheet';
import { useRegister } from './useRegister';
import './index.scss';

/** 学员注册: one page. A learner whose registration was rejected corrects it here as well. */
export default function RegisterPage() {
  return <SessionGate>{(me) => <RegisterForm key={me.learner?.id} learner={me.learner} />}</SessionGate>;
}

function RegisterForm({ learner }: { learner: LearnerSelf | null }) {
  const register = useRegister(learner);
  const { form, errors, isNew, change, check } = register;
  const [sheet, setSheet] = useState<'unit' | 'title' | null>(null);
  const close = () => setSheet(null);
  return (
    <Page
      className="register"
      footer={
        <Button id="register-submit" onPress={register.submit}>
          {isNew ? '提交单位审核' : '重新提交单位审核'}
        </Button>
      }
    >
      <Introduction learner={learner} />
      <Card title="身份信息">
        <TextField
          id="field-name"
          label="姓名"
          required
          value={form.name}
          onChange={(name) => change({ name }, 'name')}
          onBlur={() => check('name')}
          placeholder="与身份证一致"
          error={errors.name}
        />
        <IdNoField register={register} />
        <PhoneFields register={register} />
      </Card>
      <Card title="工作信息">
        <SelectField
          id="field-unitId"
          label="单位"
          required
          value={form.unit?.name ?? ''}
          detail={form.unit?.regionName}
          placeholder="选择现在工作的单位"
          onOpen={() => setSheet('unit')}
          error={errors.unitId}
        />
        <TextField
          id="field-department"
          label="科室"
          value={form.department}
          onChange={(department) => change({ department }, 'department')}
          placeholder="如 心内科"
          maxLength={40}
          error={errors.department}
        />
        <SelectField
          id="field-title"
          label="职称"
          required
          value={form.title ? TITLES[form.title] : ''}
          placeholder="选择现有职称"
          onOpen={() => setSheet('title')}
          error={errors.title}
        />
      </Card>
      {isNew ? <ConsentField register={register} /> : null}
      <UnitSheet
        isOpen={sheet === 'unit'}
        regions={form.regions}
        onRegions={(regions) => change({ regions })}
        onClose={close}
        onChoose={(unit) => {
          change({ unit }, 'unitId');
          close();
        }}
      />
      <TitleSheet
        isOpen={sheet === 'title'}
        value={form.title}
        onClose={close}
        onChoose={(title) => {
          change({ title }, 'title');
          close();
        }}
      />
    </Page>
  );
}

function Introduction({ learner }: { learner: LearnerSelf | null }) {
  if (learner?.approval.state === 'rejected') {
    return (
      <View className="register__top">
        <Notice tone="act">
          <View>审核不通过：{learner.approval.reason ?? '单位没有写明原因'}</View>
          <View>请修改后重新提交，由所选单位再次审核。</View>
        </Notice>
      </View>
    );
  }
  return (
    <View className="register__top t-soft">
      填写后提交给您的单位审核，通过后即可签到、获得学分。已填的内容会自动保存在本机。
    </View>
  );
}
