-- CreateIndex
CREATE INDEX "Order_status_idx" ON "Order"("status"); -- expect: unsafe-migration
