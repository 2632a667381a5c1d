-- A file of one statement is sent as it is, outside of a transaction.
CREATE INDEX CONCURRENTLY "Order_status_total_idx" ON "Order"("status", "total");
