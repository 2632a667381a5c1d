CREATE TABLE "Invoice" ("id" SERIAL PRIMARY KEY, "customerId" INTEGER NOT NULL REFERENCES "Customer"("id"));
ALTER TABLE "Order" ADD COLUMN "invoiceId" INTEGER;
ALTER TABLE "Order" ADD CONSTRAINT "Order_invoiceId_fkey" FOREIGN KEY ("invoiceId") REFERENCES "Invoice"("id"); -- expect: unsafe-migration
