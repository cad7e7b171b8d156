import type { LearnerSelf } from '@common/contract/learners';
import { isPersonName, normaliseName } from '@common/rules/personName';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { AreaField } from '@/components/field/areaField';
import { TextField } from '@/components/field/textField';
import { Page } from '@/components/page/page';
import { PhotoField } from '@/components/photo-field/photoField';
import { useCorrection } from './useCorrection';

function faultOfName(name: string, present: string): string | undefined {
  if (!isPersonName(name)) {
    return '请输入与身份证一致的姓名';
  }
  return normaliseName(name) === present ? '与现在的姓名相同' : undefined;
}

/** 姓名更正: a wrong character, or a new name; credits are matched by name and number (manual 003 §九). */
export function NameForm({ learner }: { learner: LearnerSelf }) {
  const { proof, photo, errors, forget, send } = useCorrection();
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const submit = () =>
    send(
      {
        name: faultOfName(name, learner.name),
        note: note.trim() ? undefined : '请说明更正原因',
      },
      () => ({ kind: 'name', name: normaliseName(name), proofId: proof?.photoId ?? null, note: note.trim() }),
    );
  return (
    <Page
      footer={
        <Button id="correct-submit" onPress={submit}>
          提交单位审核
        </Button>
      }
    >
      <Card title={`姓名更正：现为 ${learner.name}`}>
        <TextField
          id="field-name"
          label="正确的姓名"
          required
          value={name}
          onChange={(text) => {
            setName(text);
            forget('name');
          }}
          placeholder="与身份证一致"
          error={errors.name}
        />
        <AreaField
          id="field-note"
          label="更正原因"
          required
          value={note}
          onChange={(text) => {
            setNote(text);
            forget('note');
          }}
          placeholder="如 注册时写错一个字"
          maxLength={200}
          error={errors.note}
        />
        <PhotoField
          id="field-proofId"
          label="证明照片"
          hint="身份证或户口本的姓名页，5KB–3MB"
          upload={photo}
          saved={proof}
          error={errors.proofId}
        />
      </Card>
    </Page>
  );
}
