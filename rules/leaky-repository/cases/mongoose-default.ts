// `import mongoose from 'mongoose'`: types are taken out of what is imported.
import mongoose from 'mongoose'

interface Invoice {
  number: string
  total: number
}
const InvoiceModel = mongoose.model<Invoice>('Invoice', new mongoose.Schema({ number: String, total: Number }))

export class InvoiceRepository {
  search(filter: mongoose.FilterQuery<Invoice>) { // expect: leaky-repository
    return InvoiceModel.find(filter).limit(50)
  }
  of(id: mongoose.Types.ObjectId) {
    return InvoiceModel.findById(id).lean()
  }
}
