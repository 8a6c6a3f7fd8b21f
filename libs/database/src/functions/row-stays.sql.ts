/** For tables whose rows are only ever added: the ledger, the seals of the journal. */
export const ROW_STAYS = `
CREATE OR REPLACE FUNCTION row_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Expected rows of % to stay as they are, but % was asked', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$`;
