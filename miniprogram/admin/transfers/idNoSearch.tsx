import { ApiError } from '@common/contract/errors';
import { checkIdNo } from '@common/rules/idNo';
import { dayOf } from '@common/rules/shanghaiTime';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { TextField } from '@/components/field/textField';
import { Notice } from '@/components/notice/notice';

interface IdNoSearchProps {
  /** Asks the server; its refusal is shown as it is. */
  onFind: (idNo: string) => Promise<void>;
  /** What was found no longer belongs to what is typed. */
  onChange: () => void;
  /** A refusal in other words. */
  wordsOf?: (error: ApiError) => string;
}

/** 输入身份证号码，点击查询: how a 调动 begins (manual 003 §六). */
export function IdNoSearch({ onFind, onChange, wordsOf }: IdNoSearchProps) {
  const [idNo, setIdNo] = useState('');
  const [wrong, setWrong] = useState('');
  const [refusal, setRefusal] = useState('');
  const find = async () => {
    const check = checkIdNo(idNo, dayOf(Date.now()));
    setRefusal('');
    if (!check.ok) {
      setWrong(check.message);
      return;
    }
    try {
      await onFind(check.idNo);
    } catch (error) {
      if (!(error instanceof ApiError) || error.code === 'NETWORK') {
        throw error;
      }
      setRefusal(wordsOf?.(error) ?? error.message);
    }
  };
  return (
    <>
      <TextField
        id="field-idNo"
        label="身份证号码"
        required
        type="idcard"
        maxLength={40}
        value={idNo}
        onChange={(value) => {
          setIdNo(value);
          setWrong('');
          setRefusal('');
          onChange();
        }}
        onConfirm={find}
        placeholder="18位身份证号码"
        error={wrong}
        aside={
          <Button id="find" kind="quiet" size="small" inline onPress={find}>
            查询
          </Button>
        }
      />
      {refusal ? (
        <View className="transfers__refusal">
          <Notice tone="waiting" id="refusal">
            {refusal}
          </Notice>
        </View>
      ) : null}
    </>
  );
}
