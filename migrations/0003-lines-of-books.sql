-- Planned from the declared entities.

revoke update, delete on "ledger_line" from shangmai_app;
