import type { LearnerSelf } from '@common/contract/learners';
import { dayOf } from '@common/rules/shanghaiTime';
import { TITLES, type Title } from '@common/terms';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { AreaField } from '@/components/field/areaField';
import { DateField } from '@/components/field/dateField';
import { SelectField } from '@/components/field/selectField';
import { Page } from '@/components/page/page';
import { PhotoField } from '@/components/photo-field/photoField';
import { TitleSheet } from '@/components/title-sheet/titleSheet';
import { useCorrection } from './useCorrection';

/** 职称变更, with the day it was obtained and the certificate's photo. */
export function TitleForm({ learner }: { learner: LearnerSelf }) {
  const { proof, photo, errors, forget, send } = useCorrection();
  const [title, setTitle] = useState<Title | ''>('');
  const [since, setSince] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [isOpen, setOpen] = useState(false);
  const submit = () =>
    send(
      {
        title: title
          ? title === learner.title
            ? '与现在的职称相同，请重新选择'
            : undefined
          : '请选择新职称',
        since: since ? undefined : '请选择取得时间',
        proofId: proof ? undefined : '请拍摄并保存职称证书照片',
      },
      () => ({
        kind: 'title',
        title: title || learner.title,
        since: since ?? '',
        proofId: proof?.photoId ?? '',
        note: note.trim(),
      }),
    );
  return (
    <Page
      footer={
        <Button id="correct-submit" onPress={submit}>
          提交单位审核
        </Button>
      }
    >
      <Card title={`职称变更：现为 ${TITLES[learner.title]}`}>
        <SelectField
          id="field-title"
          label="新职称"
          required
          value={title ? TITLES[title] : ''}
          placeholder="选择新职称"
          onOpen={() => setOpen(true)}
          error={errors.title}
        />
        <DateField
          id="field-since"
          label="取得时间"
          required
          value={since}
          onChange={(day) => {
            setSince(day);
            forget('since');
          }}
          placeholder="证书上的日期"
          end={dayOf(Date.now())}
          error={errors.since}
        />
        <PhotoField
          id="field-proofId"
          label="职称证书照片"
          required
          hint="姓名、职称、日期清晰可见，5KB–3MB"
          upload={photo}
          saved={proof}
          error={errors.proofId}
        />
        <AreaField
          id="field-note"
          label="说明"
          value={note}
          onChange={setNote}
          maxLength={200}
          error={errors.note}
        />
      </Card>
      <TitleSheet
        isOpen={isOpen}
        value={title}
        onClose={() => setOpen(false)}
        onChoose={(chosen) => {
          setTitle(chosen);
          forget('title');
          setOpen(false);
        }}
      />
    </Page>
  );
}
