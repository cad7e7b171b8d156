import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Chips } from '@/components/chips/chips';
import { AreaField } from '@/components/field/areaField';
import { Sheet } from '@/components/sheet/sheet';

interface ReasonSheetProps {
  isOpen: boolean;
  title: string;
  /** The usual reasons, one tap each. */
  reasons: readonly string[];
  /** The button's words. */
  action: string;
  onClose: () => void;
  onDecide: (reason: string) => Promise<void>;
}

/** A refusal asks why: the learner reads it and corrects it. */
export function ReasonSheet(props: ReasonSheetProps) {
  return (
    <Sheet isOpen={props.isOpen} title={props.title} onClose={props.onClose}>
      <ReasonForm {...props} />
    </Sheet>
  );
}

function ReasonForm({ reasons, action, onDecide }: ReasonSheetProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [more, setMore] = useState('');
  const [error, setError] = useState('');
  const decide = async () => {
    const reason = [chosen, more.trim()].filter(Boolean).join('：');
    if (!reason) {
      setError('请选择或填写原因，学员会看到');
      return;
    }
    await onDecide(reason);
  };
  return (
    <View>
      <Chips
        options={reasons.map((reason) => ({ value: reason, label: reason }))}
        value={chosen}
        onChange={(reason) => {
          setChosen(reason === chosen ? null : reason);
          setError('');
        }}
      />
      <View className="gap-m">
        <AreaField
          id="field-reason"
          label="补充说明"
          value={more}
          onChange={(value) => {
            setMore(value);
            setError('');
          }}
          placeholder="学员会看到这段话，如：请用身份证上的姓名"
          maxLength={150}
          error={error}
        />
      </View>
      <Button id="reason-confirm" kind="danger" onPress={decide}>
        {action}
      </Button>
    </View>
  );
}
