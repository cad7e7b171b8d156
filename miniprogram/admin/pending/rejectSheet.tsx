import { Textarea, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Chips } from '@/components/chips/chips';
import { Field } from '@/components/field/field';
import { Sheet } from '@/components/sheet/sheet';

const REASONS = ['非本单位人员', '姓名与身份证不符', '职称有误', '信息不完整'] as const;

interface RejectSheetProps {
  isOpen: boolean;
  count: number;
  onClose: () => void;
  onReject: (reason: string) => Promise<void>;
}

/** 审核不通过 asks why: the learner reads it and corrects it. */
export function RejectSheet(props: RejectSheetProps) {
  return (
    <Sheet isOpen={props.isOpen} title={`审核不通过 ${props.count} 人`} onClose={props.onClose}>
      <RejectForm {...props} />
    </Sheet>
  );
}

function RejectForm({ count, onReject }: RejectSheetProps) {
  const [chosen, setChosen] = useState<(typeof REASONS)[number] | null>(null);
  const [more, setMore] = useState('');
  const [error, setError] = useState('');
  const reject = async () => {
    const reason = [chosen, more.trim()].filter(Boolean).join('：');
    if (!reason) {
      setError('请选择或填写原因，学员会看到');
      return;
    }
    await onReject(reason);
  };
  return (
    <View>
      <Chips
        options={REASONS.map((reason) => ({ value: reason, label: reason }))}
        value={chosen}
        onChange={(reason) => {
          setChosen(reason === chosen ? null : reason);
          setError('');
        }}
      />
      <View className="gap-m">
        <Field label="补充说明" error={error}>
          <View className="field__box reject__box">
            <Textarea
              id="reject-reason"
              className="reject__text"
              value={more}
              maxlength={150}
              placeholder="学员会看到这段话，如：请用身份证上的姓名"
              placeholderClass="field__placeholder"
              onInput={(event) => {
                setMore(event.detail.value);
                setError('');
              }}
            />
          </View>
        </Field>
      </View>
      <Button id="reject-confirm" kind="danger" onPress={reject}>
        确定不通过 {count} 人
      </Button>
    </View>
  );
}
